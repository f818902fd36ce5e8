import { deskRoute } from '@/app/_desk/desk-route'
import { changeSiteSettings } from '@/db/paper/site'
import { distributionSchema } from '@/lib/desk/paper-settings'

export const PUT = deskRoute('change settings', distributionSchema, async ({ db, input: distribution, now }) => {
  await changeSiteSettings(db, { changes: { distribution }, now })
  return {}
})
