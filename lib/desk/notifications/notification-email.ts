import { type Notification, notificationPath, notificationWords } from '@/lib/desk/notifications/notification'
import { visibleText } from '@/lib/text/visible-text'

interface Pending
  extends Pick<Notification, 'kind' | 'articleId' | 'headline' | 'causedBy' | 'words' | 'noteId' | 'sectionId'> {
  to: { name: string }
}

/** The e-mail about a notification, with a link to its place at the desk, and to where one chooses which e-mails one gets. */
export function notificationEmail(
  pending: Pending,
  { siteUrl, paper }: { siteUrl: string; paper: string },
): { subject: string; text: string } {
  const { to, words } = pending
  const headline = visibleText(pending.headline) || 'A story without a headline'
  const sentence = notificationWords(pending)
  const address = `${siteUrl}${notificationPath(pending)}`
  const choice = `Which e-mails you get: ${siteUrl}/admin/account`
  const parts = [`Dear ${to.name},`, `${sentence}: “${headline}”.`, words, address, `The desk of ${paper}`, choice]
  return { subject: `${sentence}: ${headline}`, text: `${parts.filter(Boolean).join('\n\n')}\n` }
}
