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
 * The pages of a list are addresses too. A list loses its last page when a story leaves it, or when another list takes
 * its address. That page has been public, so it redirects to the list.
 */

interface ArticleLeaving {
  id: number
  before: ArticleSnapshot
  after: ArticleSnapshot
  context: ArticleContext
  now: Date
}

/**
 * Saves redirects to the lists from the pages that they lost by this change of an article. To be called in the
 * transaction that changed it, after its rows were written.
 */
export async function saveLostPages(
  tx: Transaction,
  { id, before, after, context, now }: ArticleLeaving,
): Promise<void> {
  const remaining = listsOf(after, context, now).map(keyOf)
  for (const list of listsOf(before, context, now)) {
    if (remaining.includes(keyOf(list))) continue
    const length = await lengthOfListIgnoringEnds(tx, { list, now })
    const left = list.kind === 'corrections' ? await correctionsOf(tx, id) : 1
    await savePages(tx, {
      list: await pathOfList(tx, list),
      from: pagesOf(length) + 1,
      to: pagesOf(length + left),
      now,
    })
  }
}

/**
 * Saves redirects from the pages of the list that once stood at `path` to its present address, because another list
 * takes `path` now. Does nothing when no list ever stood there. To be called in the transaction that reassigns the path.
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

/** The numbers of the pages that the list at `path` once had and lost. */
async function lostPagesOf(db: Reader, path: string): Promise<number[]> {
  // Not LIKE, to which the percent signs of a path mean something: "0" comes after "/".
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

/** An existing redirect from the page, made by hand or by an earlier loss, stays. */
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

function listsOf(article: ArticleSnapshot, { lines, corrected }: ArticleContext, now: Date): PagedList[] {
  if (visibilityAt(article, now) !== 'public') return []
  if (article.sectionId === null) throw new Error(`“${article.headline}” is public without a section`)
  const line = lines.get(article.sectionId)
  if (!line) throw new Error(`section ${article.sectionId} has no line up the tree`)
  const authorIds = article.bylines.flatMap(({ authorId }) => authorId ?? [])
  const all: PagedList[] = [
    ...line.map((id) => ({ kind: 'section' as const, id })),
    ...article.topicIds.map((id) => ({ kind: 'topic' as const, id })),
    ...authorIds.map((id) => ({ kind: 'author' as const, id })),
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
