import { deskRoute } from '@/app/_desk/desk-route'
import { changeSiteSettings } from '@/db/paper/site'
import * as endpoints from '@/lib/desk/settings/endpoints'

export const PUT = deskRoute(endpoints.savePaper, 'change settings', async ({ db, input, now }) => {
  const { legalName, email, address, foundedYear, ...paper } = input
  const organisation = { legalName, email, address, foundedYear: foundedYear ? Number(foundedYear) : null }
  await changeSiteSettings(db, { changes: { ...paper, organisation }, now })
  return {}
})
