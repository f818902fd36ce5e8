import { deskRoute } from '@/app/_desk/desk-route'
import { changeOpenSlots } from '@/db/linking/open-slots'
import * as endpoints from '@/lib/desk/settings/endpoints'

export const PUT = deskRoute(endpoints.saveLinks, 'change settings', async ({ db, input, now }) => {
  await changeOpenSlots(db, { ...input, now })
  return {}
})
