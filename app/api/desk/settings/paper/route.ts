import { deskRoute } from '@/app/_desk/desk-route'
import { changePaper } from '@/db/library/barred-pictures'
import * as endpoints from '@/lib/desk/settings/endpoints'

export const PUT = deskRoute(endpoints.savePaper, 'change settings', async ({ db, input, editor, now }) => {
  const { legalName, email, address, foundedYear, ...paper } = input
  const organisation = { legalName, email, address, foundedYear: foundedYear ? Number(foundedYear) : null }
  await changePaper(db, { changes: { ...paper, organisation }, by: editor, now })
  return {}
})
