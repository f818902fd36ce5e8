import { ownerNews } from '@/db/deliveries/owner-news'
import type { Db } from '@/db/store/open'
import type { Email } from '@/lib/deliveries/delivery'
import type { OutboxEvent, OutboxEventName } from '@/lib/deliveries/outbox-event'

const SUBJECTS: Record<OutboxEventName, string> = {
  published: 'Your story is public',
  changed: 'Your story was changed',
  corrected: 'Your story was corrected',
  withdrawn: 'Your story was withdrawn',
}

/**
 * The letter to whoever began the story of `event` when somebody else, or the schedule, changed what readers get of it;
 * null when there is nobody to write to.
 */
export async function ownerEmail(
  db: Db,
  { key, event, article }: Pick<OutboxEvent, 'key' | 'event' | 'article'>,
  siteUrl: string,
): Promise<Email | null> {
  const news = await ownerNews(db, { articleId: article.id, version: article.version })
  if (!news) return null
  const { to, headline, path, by, remark } = news
  const lines = [`“${headline}”`, '', `${SUBJECTS[event]} (${by}).`]
  if (remark) lines.push('', remark)
  if (path) lines.push('', `${siteUrl}${path}`)
  return {
    to: { name: to.name, address: to.email },
    subject: `${SUBJECTS[event]}: ${headline}`,
    text: `${lines.join('\n')}\n`,
    // A letter that goes out again after a crash has the same name, so that mail programs show it once.
    messageId: `<outbox-${key.replace(':', '.')}@${new URL(siteUrl).hostname}>`,
  }
}
