import { deskRoute } from '@/app/_desk/desk-route'
import { readNotifications } from '@/db/comments/notifications'
import * as endpoints from '@/lib/desk/notifications/endpoints'

export const POST = deskRoute(
  endpoints.markNotificationsRead,
  'keep own account',
  async ({ db, editor, input: { ids }, now }) => {
    await readNotifications(db, { userId: editor.id, ids: ids ?? null, now })
    return {}
  },
)
