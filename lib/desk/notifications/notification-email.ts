import { type Notification, notificationWords } from '@/lib/desk/notifications/notification'
import { visibleText } from '@/lib/text/visible-text'

interface Pending extends Pick<Notification, 'kind' | 'articleId' | 'headline' | 'causedBy' | 'words' | 'noteId'> {
  to: { name: string }
}

/** The e-mail about a notification, with a link to the story at the desk. */
export function notificationEmail(
  pending: Pending,
  { siteUrl, paper }: { siteUrl: string; paper: string },
): { subject: string; text: string } {
  const { to, articleId, noteId, words } = pending
  const headline = visibleText(pending.headline) || 'A story without a headline'
  const sentence = notificationWords(pending)
  const address = `${siteUrl}/admin/articles/${articleId}${noteId === null ? '' : `#note-${noteId}`}`
  const parts = [`Dear ${to.name},`, `${sentence}: “${headline}”.`, words, address, `The desk of ${paper}`]
  return { subject: `${sentence}: ${headline}`, text: `${parts.filter(Boolean).join('\n\n')}\n` }
}
