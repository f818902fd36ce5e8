import { desc, eq } from 'drizzle-orm'
import { leaveUnlogged } from '@/db/audit/log'
import { siteFaults } from '@/db/store/desk-schema'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { insertable } from '@/db/store/value-lists'
import type { Finding } from '@/lib/crawler-check/crawled-page'

/** More faults of one page say nothing new. */
const MAX_OF_A_PAGE = 20

/** What is wrong with the page of a story and can be mended by no editor. */
export interface SiteFault extends Pick<Finding, 'rule' | 'message' | 'remedy'> {
  articleId: number
  headline: string
  /** When it was found first. */
  foundAt: Date
}

/**
 * Replaces the faults of the site in the page of article `id` by those that it has at `now`, at most 20; one that stays
 * keeps the instant at which it was found first. Returns those that are new; none when the article is gone by now.
 */
export async function saveSiteFaults(
  db: Writer,
  { id, faults, now }: { id: number; faults: readonly Finding[]; now: Date },
): Promise<Finding[]> {
  return inTransaction(db, async (tx) => {
    leaveUnlogged(tx)
    // Its page may have been looked at for a while.
    if (!(await tx.$count(articles, eq(articles.id, id)))) return []
    const before = await tx.select().from(siteFaults).where(eq(siteFaults.articleId, id))
    if (!before.length && !faults.length) return []
    const known = ({ rule, message }: Finding) => before.find((one) => one.rule === rule && one.message === message)
    const kept = faults.slice(0, MAX_OF_A_PAGE)
    await tx.delete(siteFaults).where(eq(siteFaults.articleId, id))
    const rows = kept.map((fault) => ({
      articleId: id,
      rule: fault.rule,
      message: fault.message,
      remedy: fault.remedy,
      foundAt: known(fault)?.foundAt ?? now,
    }))
    for (const some of insertable(rows)) await tx.insert(siteFaults).values(some)
    return kept.filter((fault) => !known(fault))
  })
}

/** The faults of the site in pages of stories, the newest first, then by story; at most `limit`. */
export async function latestSiteFaults(db: Reader, { limit }: { limit: number }): Promise<SiteFault[]> {
  return db
    .select({
      articleId: siteFaults.articleId,
      headline: articles.headline,
      rule: siteFaults.rule,
      message: siteFaults.message,
      remedy: siteFaults.remedy,
      foundAt: siteFaults.foundAt,
    })
    .from(siteFaults)
    .innerJoin(articles, eq(articles.id, siteFaults.articleId))
    .orderBy(desc(siteFaults.foundAt), desc(siteFaults.articleId), siteFaults.id)
    .limit(limit)
}

/** How many faults of the site there are in pages of stories. */
export async function siteFaultCount(db: Reader): Promise<number> {
  return db.$count(siteFaults)
}
