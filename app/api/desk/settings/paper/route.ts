import { deskRoute } from '@/app/_desk/desk-route'
import { changeSiteSettings } from '@/db/paper/site'
import { paperSchema } from '@/lib/desk/paper-settings'

export const PUT = deskRoute('change settings', paperSchema, async ({ db, input, now }) => {
  const { legalName, email, address, foundedYear, ...paper } = input
  const organisation = { legalName, email, address, foundedYear: foundedYear ? Number(foundedYear) : null }
  await changeSiteSettings(db, { changes: { ...paper, organisation }, now })
  return {}
})
