import type { Metadata } from 'next'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { NotificationList } from '@/components/desk/notifications/notification-list'
import { notificationsOf } from '@/db/comments/notifications'
import { siteSettings } from '@/db/paper/site'

export const metadata: Metadata = { title: 'Notifications' }

/** Who called the signed-in person, and what they were given. */
export default async function NotificationsPage() {
  const editor = await requireEditor('/admin/notifications')
  const db = await store()
  const { value: paper } = await siteSettings(db)
  return (
    <DeskFrame editor={editor} current="notifications">
      <NotificationList
        initial={await notificationsOf(db, editor.id)}
        now={deskNow().getTime()}
        timeZone={paper.timeZone}
      />
    </DeskFrame>
  )
}
