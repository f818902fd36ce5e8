import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { strips } from '@/db/store/front-schema'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Writer } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { parseUrl } from '@/lib/addresses/url'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { tags } from '@/lib/pages/tags'
import type { Saver } from '@/lib/revisions/saver'
import { isBlank } from '@/lib/text/visible-text'

/** A line of breaking news as an editor writes it. */
export interface StripText {
  label: string
  /** Empty for the headline of the story. */
  text: string
  articleId: number | null
  /** A path of this site or a web address; null with a story and for a line that only tells. */
  link: string | null
  /** null until somebody takes it down. */
  endsAt: Date | null
}

/**
 * Raises a line of breaking news at once, in place of the one that is up. Refused, with nothing changed, when it says
 * nothing, ends before it begins, leads nowhere, or its story does not exist.
 */
export async function raiseStrip(
  db: Writer,
  { strip, by, now }: { strip: StripText; by: Saver; now: Date },
): Promise<{ id: number } | Refusal> {
  const { endsAt, articleId } = strip
  const [label, text, link] = [strip.label.trim(), strip.text.trim(), strip.link?.trim() || null]
  if (isBlank(label)) return refuse('label', 'Say what it is, such as “Breaking” or “Live”.')
  if (isBlank(text) && articleId === null)
    return refuse('text', 'Write the line, or choose the story whose headline it is.')
  if (endsAt && endsAt <= now) return refuse('endsAt', 'Choose an end that is still to come.')
  if (link !== null && !isLink(link)) return refuse('link', 'Write a path such as /city, or a whole web address.')
  return inTransaction(db, async (tx) => {
    if (articleId !== null) {
      const [story] = await tx
        .select({ id: articles.id })
        .from(articles)
        .where(and(eq(articles.id, articleId), isNull(articles.deletedAt)))
      if (!story) return refuse('articleId', 'This story does not exist any more.')
    }
    const [raised] = await tx
      .insert(strips)
      .values({
        label,
        text,
        articleId,
        endsAt,
        link: articleId === null ? link : null,
        startsAt: now,
        raisedBy: by.name,
        raisedById: by.id,
      })
      .returning({ id: strips.id })
    if (!raised) throw new Error('a line of breaking news was not stored')
    await invalidate(tx, [tags.strip], now)
    await logAction(tx, { action: 'front breaking news raised', detail: [label, text].join(' ').trim(), now })
    return raised
  })
}

/** Takes down the line of breaking news that is up; does nothing when none is. */
export async function takeDownStrip(db: Writer, { now }: { now: Date }): Promise<void> {
  await inTransaction(db, async (tx) => {
    const ended = await tx
      .update(strips)
      .set({ endsAt: now })
      .where(or(isNull(strips.endsAt), gt(strips.endsAt, now)))
      .returning({ id: strips.id })
    if (!ended.length) return
    await invalidate(tx, [tags.strip], now)
    await logAction(tx, { action: 'front breaking news taken down', now })
  })
}

function isLink(link: string): boolean {
  if (link.startsWith('/')) return !/^\/[/\\]/.test(link) && !/\s/.test(link)
  const url = parseUrl(link)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
}
