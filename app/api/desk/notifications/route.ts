import { deskRoute } from '@/app/_desk/desk-route'
import { unreadCount } from '@/db/comments/notifications'
import * as endpoints from '@/lib/desk/notifications/endpoints'

export const GET = deskRoute(endpoints.unreadNotifications, 'keep own account', async ({ db, editor }) => ({
  unread: await unreadCount(db, editor.id),
}))
