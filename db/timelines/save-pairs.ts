import { eq, or, sql } from 'drizzle-orm'
import { leaveUnlogged } from '@/db/audit/log'
import { eventMarks, eventPairs } from '@/db/store/linking-schema'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { insertable } from '@/db/store/value-lists'
import type { FoundPairs } from '@/db/timelines/event-pairs'
import { regroup } from '@/db/timelines/regroup'
import { DAY_MS } from '@/lib/time/durations'

/** Days for which the site looks for others of the same event when a story is published or changed. */
const LOOKED_FOR_DAYS = 60

/** The stories that have changed since the site looked for others of the same event, the highest id first, at most `most`. */
export async function markedStories(db: Reader, most: number): Promise<number[]> {
  const rows = await db.all<{ id: number }>(
    sql`select article_id as id from event_marks order by article_id desc limit ${most}`,
  )
  return rows.map(({ id }) => id)
}

/**
 * Takes the mark from those of `marked` that were published longer than 60 days before `now`, or are not published, and are in
 * no pair; returns their ids, in no order. An imported archive is not searched for events.
 */
export async function forgetOldMarks(
  db: Writer,
  { marked, now }: { marked: readonly number[]; now: Date },
): Promise<number[]> {
  const since = now.getTime() - LOOKED_FOR_DAYS * DAY_MS
  return inTransaction(db, async (tx) => {
    leaveUnlogged(tx)
    const rows = await tx.all<{ id: number }>(sql`
      delete from event_marks where article_id in (select value from json_each(${JSON.stringify(marked)}))
        and not exists (select 1 from articles where articles.id = article_id and articles.published_at >= ${since})
        and not exists (select 1 from event_pairs where one_id = article_id)
        and not exists (select 1 from event_pairs where other_id = article_id)
      returning article_id as id`)
    return rows.map(({ id }) => id)
  })
}

/**
 * Saves what was found of a story, in place of what was found before, and what is proposed because of it. The mark goes
 * unless the story was saved again meanwhile.
 */
export async function savePairs(db: Writer, { id, version, pairs }: FoundPairs): Promise<void> {
  await inTransaction(db, async (tx) => {
    leaveUnlogged(tx)
    const isOfStory = or(eq(eventPairs.oneId, id), eq(eventPairs.otherId, id))
    const before = await tx
      .select({ oneId: eventPairs.oneId, otherId: eventPairs.otherId })
      .from(eventPairs)
      .where(isOfStory)
    await tx.delete(eventPairs).where(isOfStory)
    const existing = await tx.all<{ id: number; version: number }>(sql`
      select id, version from articles where id in (select value from json_each(${JSON.stringify([id, ...pairs.map(({ otherId }) => otherId)])}))`)
    const versions = new Map(existing.map((row) => [row.id, row.version]))
    const present = pairs.filter(({ otherId }) => versions.has(id) && versions.has(otherId))
    const rows = present.map(({ otherId, likeness }) => ({
      oneId: Math.min(id, otherId),
      otherId: Math.max(id, otherId),
      likeness,
    }))
    for (const part of insertable(rows)) await tx.insert(eventPairs).values(part)
    await regroup(tx, [id], { formerly: before.map(({ oneId, otherId }) => (oneId === id ? otherId : oneId)) })
    if (version === null || versions.get(id) === version)
      await tx.delete(eventMarks).where(eq(eventMarks.articleId, id))
  })
}
