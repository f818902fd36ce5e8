import { deskRoute } from '@/app/_desk/desk-route'
import { changeBackLinkRule } from '@/db/linking/back-link-rule'
import { changeOpenSlots } from '@/db/linking/open-slots'
import { changeOutsideChecks } from '@/db/linking/outside-addresses'
import * as endpoints from '@/lib/desk/settings/endpoints'

export const PUT = deskRoute(endpoints.saveLinks, 'change settings', async ({ db, input, now }) => {
  const { openSlots, checksOutsideLinks, ...rule } = input
  await changeOpenSlots(db, { openSlots, now })
  await changeOutsideChecks(db, { checksOutsideLinks, now })
  await changeBackLinkRule(db, { ...rule, now })
  return {}
})
