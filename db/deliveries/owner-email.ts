import { ownerNotice } from '@/db/deliveries/owner-notice'
import type { Reader } from '@/db/store/open'
import type { Email } from '@/lib/deliveries/delivery'
import type { OutboxEvent, OutboxEventName } from '@/lib/deliveries/outbox-event'

const SUBJECTS: Record<OutboxEventName, string> = {
  published: 'Your story is public',
  changed: 'Your story was changed',
  corrected: 'Your story was corrected',
  withdrawn: 'Your story was withdrawn',
}

/**
 * The e-mail to the owner of the story of `event` when somebody else, or the schedule, changed what is public; null when
 * nobody is to be notified.
 */
export async function ownerEmail(
  db: Reader,
  { key, event, article }: Pick<OutboxEvent, 'key' | 'event' | 'article'>,
  siteUrl: string,
): Promise<Email | null> {
  const notice = await ownerNotice(db, { articleId: article.id, version: article.version })
  if (!notice) return null
  const { to, headline, path, by, remark } = notice
  const lines = [`“${headline}”`, '', `${SUBJECTS[event]} (${by}).`]
  if (remark) lines.push('', remark)
  if (path) lines.push('', `${siteUrl}${path}`)
  return {
    to: { name: to.name, address: to.email },
    subject: `${SUBJECTS[event]}: ${headline}`,
    text: `${lines.join('\n')}\n`,
    // An e-mail that is sent again after a crash has the same Message-ID, so that mail programs show it once.
    messageId: `<outbox-${key.replace(':', '.')}@${new URL(siteUrl).hostname}>`,
  }
}
