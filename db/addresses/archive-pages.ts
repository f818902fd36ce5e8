import { and, gte, lt, lte, sql } from 'drizzle-orm'
import { storiesBetween } from '@/db/reading/archive-spans'
import { isWithdrawn } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { paperZone } from '@/db/store/paper-zone'
import { articles } from '@/db/store/schema'
import { archivePath, PER_ARCHIVE_PAGE, parseArchivePath } from '@/lib/addresses/archive-address'
import { spanBounds, spansAround } from '@/lib/time/calendar-spans'

/**
 * The page of the archive that `path` names, by its canonical path.
 * - The first page is always there. A year, a month, a day and a page of a day are there while they have public stories.
 * - Where all were withdrawn, the page that was there leads to the first one of the day, or to the nearest that has
 *   stories: the month, the year, all years.
 * - null for any other path: nobody ever got a page there, or its time has not come.
 */
export async function archivePageAt(db: Reader, { path, now }: { path: string; now: Date }): Promise<string | null> {
  const address = parseArchivePath(path)
  if (!address) return null
  const { span, page } = address
  if (span === null) return archivePath(null)
  const timeZone = await paperZone(db)
  const bounds = spanBounds(span, timeZone)
  const [stories = 0] = await storiesBetween(db, [bounds], { now })
  const before = (page - 1) * PER_ARCHIVE_PAGE
  if (stories > before) return archivePath(span, page)
  if (stories + (await withdrawnBetween(db, { ...bounds, now })) <= before) return null
  if (stories > 0) return archivePath(span)
  const around = spansAround(span).toReversed()
  const counted = await storiesBetween(
    db,
    around.map((one) => spanBounds(one, timeZone)),
    { now },
  )
  return archivePath(around.find((_, place) => (counted[place] ?? 0) > 0) ?? null)
}

/** How many stories that were first public in that time are withdrawn; a draft that never was public is none. */
async function withdrawnBetween(db: Reader, { from, to, now }: { from: Date; to: Date; now: Date }): Promise<number> {
  const [row] = await db
    .select({ stories: sql<number>`count(*)` })
    .from(articles)
    .where(
      and(
        gte(articles.publishedAt, from),
        lt(articles.publishedAt, to),
        isWithdrawn(now),
        lte(articles.publishedAt, articles.withdrawnAt),
      ),
    )
  return row?.stories ?? 0
}
