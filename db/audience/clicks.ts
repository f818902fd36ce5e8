import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { isPublic } from '@/db/reading/visibility'
import { linkClicks } from '@/db/store/audience-schema'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { insertable, isOneOf } from '@/db/store/value-lists'
import type { Click } from '@/lib/audience/clicks'
import type { ClickedPlace, ClickedStory, Clicks } from '@/lib/desk/links/clicks'
import { DAY_MS } from '@/lib/time/durations'

/** As reads are. */
const KEPT_MS = 90 * DAY_MS
/** The stories whose links are followed most; an editor looks at no more. */
const MAX_LISTED = 20

/** A link of a story, and how often it was followed. */
export interface CountedClick extends Click {
  articleId: number
  clicks: number
}

/** Adds what was followed on the day of UTC of `at` to what is counted already. Stories that are not public at `at` are left out. */
export async function addClicks(
  db: Writer,
  { counts, at }: { counts: readonly CountedClick[]; at: Date },
): Promise<void> {
  const ids = [...new Set(counts.map(({ articleId }) => articleId))]
  const known = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(isOneOf(articles.id, ids), isPublic(at)))
  const there = new Set(known.map(({ id }) => id))
  const rows = counts.filter(({ articleId }) => there.has(articleId)).map((one) => ({ ...one, day: dayOf(at) }))
  for (const some of insertable(rows)) {
    await inTransaction(db, (tx) =>
      tx
        .insert(linkClicks)
        .values(some)
        .onConflictDoUpdate({
          target: [linkClicks.day, linkClicks.articleId, linkClicks.block, linkClicks.place, linkClicks.item],
          set: { clicks: sql`${linkClicks.clicks} + excluded.clicks` },
        }),
    )
  }
}

/** Which links between paragraphs were followed in the last `days` days of UTC up to `now`: by their place, and by story. */
export async function clicksOf(db: Reader, { days, now }: { days: number; now: Date }): Promise<Clicks> {
  const since = gte(linkClicks.day, new Date(dayOf(now).getTime() - (days - 1) * DAY_MS))
  const total: SQL<number> = sql<number>`sum(${linkClicks.clicks})`
  const places: ClickedPlace[] = await db
    .select({ block: linkClicks.block, place: linkClicks.place, item: linkClicks.item, clicks: total })
    .from(linkClicks)
    .where(since)
    .groupBy(linkClicks.block, linkClicks.place, linkClicks.item)
    .orderBy(desc(total), linkClicks.block, linkClicks.place, linkClicks.item)
  const most = db
    .select({ articleId: linkClicks.articleId, clicks: total.as('clicks') })
    .from(linkClicks)
    .where(since)
    .groupBy(linkClicks.articleId)
    .orderBy(desc(total), desc(linkClicks.articleId))
    .limit(MAX_LISTED)
    .as('most')
  const stories: ClickedStory[] = await db
    .select({ id: articles.id, headline: articles.headline, language: articles.language, clicks: most.clicks })
    .from(most)
    .innerJoin(articles, eq(articles.id, most.articleId))
    .orderBy(desc(most.clicks), desc(articles.id))
  return { total: places.reduce((sum, { clicks }) => sum + clicks, 0), places, stories }
}

/** Deletes the counts of days that lie more than ninety days before `now`. */
export async function pruneClicks(db: Writer, { now }: { now: Date }): Promise<void> {
  await inTransaction(db, (tx) => tx.delete(linkClicks).where(lt(linkClicks.day, new Date(now.getTime() - KEPT_MS))))
}

function dayOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / DAY_MS) * DAY_MS)
}
