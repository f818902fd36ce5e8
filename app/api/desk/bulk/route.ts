import { deskRoute } from '@/app/_desk/desk-route'
import { mailNotifications } from '@/app/_desk/notification-mail'
import { actInBulk } from '@/db/planning/bulk'
import * as endpoints from '@/lib/desk/bulk/endpoints'

/** What may be done to which story is checked for each. */
export const POST = deskRoute(endpoints.actInBulk, 'list articles', async ({ db, editor, input, now }) => {
  const results = await actInBulk(db, { ...input, editor, now })
  mailNotifications()
  return { results }
})
