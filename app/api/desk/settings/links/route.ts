import { deskRoute } from '@/app/_desk/desk-route'
import { changeBackLinkRule } from '@/db/linking/back-link-rule'
import { changeOpenSlots } from '@/db/linking/open-slots'
import * as endpoints from '@/lib/desk/settings/endpoints'

export const PUT = deskRoute(endpoints.saveLinks, 'change settings', async ({ db, input, now }) => {
  const { openSlots, ...rule } = input
  await changeOpenSlots(db, { openSlots, now })
  await changeBackLinkRule(db, { ...rule, now })
  return {}
})
