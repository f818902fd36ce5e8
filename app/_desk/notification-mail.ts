import 'server-only'
import { deskNow } from '@/app/_desk/desk-route'
import { hasMail, sendMail } from '@/app/_desk/mail'
import { store } from '@/app/store'
import { noteMailed, pendingMails } from '@/db/comments/notifications'
import { siteSettings } from '@/db/paper/site'
import { notificationEmail } from '@/lib/desk/notifications/notification-email'
import { siteRuntime } from '@/lib/pages/site-runtime'

let sending: Promise<void> | null = null
let isAskedAgain = false

/**
 * Sends by e-mail what people were notified of and have not read, where mail is configured. Returns at once: nobody
 * waits for a mail server. What could not be sent goes out the next time that somebody is notified, within a day.
 */
export function mailNotifications(): void {
  if (!hasMail()) return
  if (sending) {
    isAskedAgain = true
    return
  }
  sending = sendPending()
    .catch((error) => console.error('notifications could not be sent by e-mail', error))
    .finally(() => {
      sending = null
      if (!isAskedAgain) return
      isAskedAgain = false
      mailNotifications()
    })
}

async function sendPending(): Promise<void> {
  const db = await store()
  const { value: paper } = await siteSettings(db)
  for (const pending of await pendingMails(db, { now: deskNow() })) {
    const email = notificationEmail(pending, { siteUrl: siteRuntime().siteUrl, paper: paper.name })
    // A mail server that refuses one now would refuse the others as well.
    if (!(await sendMail({ to: pending.to.email, ...email }))) return
    await noteMailed(db, { id: pending.id, now: deskNow() })
  }
}
