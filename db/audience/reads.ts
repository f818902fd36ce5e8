import { and, desc, gte, lt, type SQL, sql } from 'drizzle-orm'
import { isPublic } from '@/db/reading/visibility'
import { articleReads } from '@/db/store/audience-schema'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { insertable, isOneOf } from '@/db/store/value-lists'
import { hourOf } from '@/lib/audience/reads'
import { HOUR_MS } from '@/lib/time/durations'

/** What editors look at are hours and days; a season is enough to compare with. */
const KEPT_MS = 90 * 24 * HOUR_MS

/**
 * Adds what was read in the hour of `at` to what is counted already: how often, by the id of the story. Stories that are
 * not public at `at` are left out.
 */
export async function addReads(
  db: Writer,
  { counts, at }: { counts: ReadonlyMap<number, number>; at: Date },
): Promise<void> {
  const known = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(isOneOf(articles.id, [...counts.keys()]), isPublic(at)))
  const hour = hourOf(at)
  const rows = known.map(({ id }) => ({ articleId: id, hour, reads: counts.get(id) ?? 0 }))
  for (const some of insertable(rows)) {
    await inTransaction(db, (tx) =>
      tx
        .insert(articleReads)
        .values(some)
        .onConflictDoUpdate({
          target: [articleReads.articleId, articleReads.hour],
          set: { reads: sql`${articleReads.reads} + excluded.reads` },
        }),
    )
  }
}

/** How often the stories `ids` were read since `since`, the start of an hour. A story that was not read is left out. */
export async function readsSince(
  db: Reader,
  { ids, since }: { ids: readonly number[]; since: Date },
): Promise<Map<number, number>> {
  const rows = await db
    .select({ id: articleReads.articleId, reads: sql<number>`sum(${articleReads.reads})` })
    .from(articleReads)
    .where(and(isOneOf(articleReads.articleId, ids), gte(articleReads.hour, since)))
    .groupBy(articleReads.articleId)
  return new Map(rows.map(({ id, reads }) => [id, reads]))
}

interface MostRead {
  /** The start of an hour. */
  since: Date
  now: Date
  limit: number
  /** Only stories of these sections; all when left out. */
  sectionIds?: readonly number[]
  /** What else holds of the stories. */
  where?: SQL
}

/** The ids of the public stories that were read most since `since`, most first, the newer story among equals. */
export async function mostRead(db: Reader, { since, now, limit, sectionIds, where }: MostRead): Promise<number[]> {
  const total: SQL = sql`sum(${articleReads.reads})`
  const rows = await db
    .select({ id: articleReads.articleId })
    .from(articleReads)
    .innerJoin(articles, sql`${articles.id} = ${articleReads.articleId}`)
    .where(
      and(
        gte(articleReads.hour, since),
        isPublic(now),
        sectionIds ? isOneOf(articles.sectionId, sectionIds) : undefined,
        where,
      ),
    )
    .groupBy(articleReads.articleId)
    .orderBy(desc(total), desc(articleReads.articleId))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Deletes the counts of hours that lie more than ninety days before `now`. */
export async function pruneReads(db: Writer, { now }: { now: Date }): Promise<void> {
  await inTransaction(db, (tx) =>
    tx.delete(articleReads).where(lt(articleReads.hour, new Date(now.getTime() - KEPT_MS))),
  )
}
