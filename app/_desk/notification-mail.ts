import 'server-only'
import { deskNow } from '@/app/_desk/desk-route'
import { hasMail, sendMail } from '@/app/_desk/mail'
import { store } from '@/app/store'
import { noteMailed, type PendingMail, pendingMails } from '@/db/comments/notifications'
import { siteSettings } from '@/db/paper/site'
import { notificationEmail } from '@/lib/desk/notifications/notification-email'
import { siteRuntime } from '@/lib/pages/site-runtime'

let sending: Promise<void> | null = null
let isAskedAgain = false

/**
 * Sends by e-mail what people were notified of and have not read, where mail is configured. Returns at once: nobody
 * waits for a mail server. What could not be sent is tried again the next time that somebody is notified, within a day;
 * what the mail server refused for good is not.
 */
export function mailNotifications(): void {
  if (!hasMail()) return
  if (sending) {
    isAskedAgain = true
    return
  }
  sending = sendNotifications()
    .catch((error) => console.error('notifications could not be sent by e-mail', error))
    .finally(() => {
      sending = null
      if (!isAskedAgain) return
      isAskedAgain = false
      mailNotifications()
    })
}

/** Sends what waits, one after another; throws when the store cannot be read. */
export async function sendNotifications(): Promise<void> {
  const db = await store()
  const { value: paper } = await siteSettings(db)
  let after: PendingMail | null = null
  do {
    const pending: PendingMail[] = await pendingMails(db, { now: deskNow(), after })
    for (const mail of pending) {
      const email = notificationEmail(mail, { siteUrl: siteRuntime().siteUrl, paper: paper.name })
      const outcome = await sendMail({ to: mail.to.email, ...email })
      if (outcome === 'unsent') return
      if (outcome !== 'deferred') await noteMailed(db, { id: mail.id, now: deskNow() })
    }
    after = pending.at(-1) ?? null
  } while (after !== null)
}
