import { eq, sql } from 'drizzle-orm'
import {
  lengthOfList,
  lengthOfListIgnoringEnds,
  type PagedList,
  pagedListAt,
  pathOfList,
} from '@/db/reading/paged-lists'
import { invalidate } from '@/db/store/invalidation'
import type { Reader, Transaction } from '@/db/store/open'
import { corrections, redirects } from '@/db/store/schema'
import { pagesOf } from '@/lib/addresses/list-pages'
import { parsePageNumber } from '@/lib/addresses/paths'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { visibilityAt } from '@/lib/article/visibility'
import type { ArticleContext } from '@/lib/pages/stale-tags'
import { tags } from '@/lib/pages/tags'

/*
 * The pages of a list have addresses too. A list can lose its last page when a story leaves it, and all pages when
 * another list takes its address. A lost page was public, so its address redirects to the list.
 */

interface ArticleLeaving {
  id: number
  before: ArticleSnapshot
  after: ArticleSnapshot
  context: ArticleContext
  now: Date
}

/**
 * Saves redirects from the pages that lists lost by this change of an article to those lists. Call it in the
 * transaction of the change, after its rows are written.
 */
export async function saveLostPages(
  tx: Transaction,
  { id, before, after, context, now }: ArticleLeaving,
): Promise<void> {
  const remaining = listsOf(after, context, now).map(keyOf)
  for (const list of listsOf(before, context, now)) {
    if (remaining.includes(keyOf(list))) continue
    await savePagesLostBy(tx, { list, left: list.kind === 'corrections' ? await correctionsOf(tx, id) : 1, now })
  }
}

/**
 * Saves redirects from the pages that `list` lost to the list, because `left` of its stories have left it. Call it in the
 * transaction in which they did.
 */
export async function savePagesLostBy(
  tx: Transaction,
  { list, left, now }: { list: PagedList; left: number; now: Date },
): Promise<void> {
  const length = await lengthOfListIgnoringEnds(tx, { list, now })
  const path = await pathOfList(tx, list)
  await savePages(tx, { list: path, from: pagesOf(length) + 1, to: pagesOf(length + left), now })
}

/**
 * Saves redirects from the pages of the list that had the address `path` to its present address, because another list
 * takes `path` now. Does nothing when `path` redirects to no list. Call it in the transaction that reassigns the path.
 */
export async function savePagesOfFormerList(
  tx: Transaction,
  { path, now }: { path: string; now: Date },
): Promise<void> {
  const [row] = await tx.select({ toPath: redirects.toPath }).from(redirects).where(eq(redirects.fromPath, path))
  const list = row?.toPath ? await pagedListAt(tx, row.toPath) : null
  if (!row?.toPath || !list) return
  const pages = pagesOf(await lengthOfList(tx, { list, now }))
  const most = Math.max(pages, ...(await lostPagesOf(tx, row.toPath)))
  for (let page = 2; page <= most; page++)
    await saveRedirectToList(tx, { fromPath: pageOf(path, page), toPath: row.toPath, now })
}

/** The numbers of the pages that the list at `path` had and lost. */
async function lostPagesOf(db: Reader, path: string): Promise<number[]> {
  // Not LIKE, which would read the percent signs of a path as wildcards. The range ends at "0", the successor of "/".
  const rows = await db
    .select({ fromPath: redirects.fromPath })
    .from(redirects)
    .where(sql`${redirects.fromPath} >= ${`${path}/page/`} and ${redirects.fromPath} < ${`${path}/page0`}`)
  return rows.flatMap(({ fromPath }) => parsePageNumber(fromPath.slice(path.length + '/page/'.length)) ?? [])
}

async function savePages(
  tx: Transaction,
  { list, from, to, now }: { list: string; from: number; to: number; now: Date },
): Promise<void> {
  for (let page = from; page <= to; page++)
    await saveRedirectToList(tx, { fromPath: pageOf(list, page), toPath: list, now })
}

/** Keeps an existing redirect from the page, whether an editor made it or the page was lost before. */
async function saveRedirectToList(
  tx: Transaction,
  { fromPath, toPath, now }: { fromPath: string; toPath: string; now: Date },
): Promise<void> {
  await tx.insert(redirects).values({ fromPath, toPath, articleId: null, createdAt: now }).onConflictDoNothing()
  await invalidate(tx, [tags.address(fromPath)], now)
}

function pageOf(list: string, page: number): string {
  return `${list}/page/${page}`
}

function listsOf(article: ArticleSnapshot, { lines, corrected, timelineId }: ArticleContext, now: Date): PagedList[] {
  if (visibilityAt(article, now) !== 'public') return []
  if (article.sectionId === null) throw new Error(`“${article.headline}” is public without a section`)
  const line = lines.get(article.sectionId)
  if (!line) throw new Error(`section ${article.sectionId} has no line up the tree`)
  const authorIds = article.bylines.flatMap(({ authorId }) => authorId ?? [])
  const all: PagedList[] = [
    ...line.map((id) => ({ kind: 'section' as const, id })),
    ...article.topicIds.map((id) => ({ kind: 'topic' as const, id })),
    ...authorIds.map((id) => ({ kind: 'author' as const, id })),
    ...(timelineId === null ? [] : [{ kind: 'timeline' as const, id: timelineId }]),
    ...(corrected ? [{ kind: 'corrections' as const }] : []),
  ]
  return [...new Map(all.map((list) => [keyOf(list), list])).values()]
}

function keyOf(list: PagedList): string {
  return list.kind === 'corrections' ? list.kind : `${list.kind} ${list.id}`
}

async function correctionsOf(db: Reader, articleId: number): Promise<number> {
  const rows = await db.select({ id: corrections.id }).from(corrections).where(eq(corrections.articleId, articleId))
  return rows.length
}
