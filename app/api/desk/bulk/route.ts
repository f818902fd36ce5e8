import { lookForSiteFaults } from '@/app/_desk/crawlers-view'
import { deskRoute } from '@/app/_desk/desk-route'
import { mailNotifications } from '@/app/_desk/notification-mail'
import { actInBulk } from '@/db/planning/bulk'
import * as endpoints from '@/lib/desk/bulk/endpoints'

/** What may be done to which story is checked for each. */
export const POST = deskRoute(endpoints.actInBulk, 'list articles', async ({ db, editor, input, now }) => {
  const results = await actInBulk(db, { ...input, editor, now })
  const { action } = input
  if (action.kind === 'publish' || action.kind === 'schedule') {
    const at = action.kind === 'schedule' ? action.at : now
    for (const { id, isDone } of results) if (isDone) lookForSiteFaults(db, { id, now, at })
  }
  mailNotifications()
  return { results }
})
