import { inArray, sql } from 'drizzle-orm'
import { indexSnapshots } from '@/db/editing/article-relations'
import { storedArticle } from '@/db/editing/stored-article'
import { MARKED, markedDocuments } from '@/db/search/marked-documents'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { STATES_PUBLIC_WHEN_DUE } from '@/lib/article/visibility'
import { FOLD_VERSION } from '@/lib/search/fold-word'

/** A transaction of so few holds up a save by some milliseconds. */
const ARTICLES_AT_ONCE = 2
/** Ids are looked at in windows, so that finding those that are left never reads the whole table at once. */
const IDS_AT_ONCE = 500

/** The condition that an article stands in the index of related stories too. */
const hasRelated = sql`${inArray(articles.state, STATES_PUBLIC_WHEN_DUE)} and ${articles.publishedAt} is not null`

/** The number of articles that are not indexed, or were by another version of lib/search/. */
export async function unindexedArticles(db: Reader): Promise<number> {
  const [row] = await db.all<{ words: number; related: number }>(sql`
    select (select count(*) from ${articles})
      - (select count(*) from search_documents where fold = ${FOLD_VERSION}) as words,
    (select count(*) from ${articles} where ${hasRelated})
      - (select count(*) from related_stories where fold = ${FOLD_VERSION}) as related`)
  return Math.max(row?.words ?? 0, row?.related ?? 0)
}

/**
 * Marks every article to be indexed anew by `completeSearchIndex`; where an earlier call was not followed to its end,
 * nothing, so that the work goes on. Answers whether it marked them.
 */
export async function markForIndexing(db: Writer): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    // The lowest ids are indexed last.
    const [last] = await tx.all<{ fold: number }>(sql`
      select fold from search_documents where article_id = (select min(id) from ${articles})`)
    if (last?.fold === MARKED) return false
    await tx.run(sql`update search_documents set fold = ${MARKED}`)
    await tx.run(sql`update related_stories set fold = ${MARKED}`)
    return true
  })
}

/**
 * Empties the index of words, for `completeSearchIndex` to fill it from nothing: for one that is damaged, or that knows
 * words which no story has any more. Until then a search finds only what is indexed again.
 */
export async function emptySearchIndex(db: Writer): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const index of ['search_heads', 'search_texts']) {
      await tx.run(sql`insert into ${sql.raw(index)} (${sql.raw(index)}) values ('delete-all')`)
    }
    for (const table of ['search_documents', 'search_words', 'search_stems']) {
      await tx.run(sql`delete from ${sql.raw(table)}`)
    }
    await tx.run(sql`update related_stories set fold = ${MARKED}`)
  })
}

/**
 * Indexes what is not indexed yet, or was by another version of lib/search/, those with the highest ids first, and
 * returns their number. Search and related stories have the others meanwhile. `pause` is awaited between transactions of a few articles
 * with the number of those that are indexed; when it answers false, the work ends there, and the next call goes on. Where
 * nobody waits, a larger `atOnce` (at most 500) takes less time for each article.
 */
export async function completeSearchIndex(
  db: Writer,
  {
    now,
    pause,
    atOnce = ARTICLES_AT_ONCE,
  }: { now: Date; pause: (indexed: number) => Promise<boolean>; atOnce?: number },
): Promise<number> {
  let indexed = 0
  if ((await unindexedArticles(db)) <= 0) return indexed
  const [highest] = await db.all<{ id: number | null }>(sql`select max(id) as id from ${articles}`)
  for (let below = (highest?.id ?? 0) + 1; below > 1; below -= IDS_AT_ONCE) {
    const rows = await db.all<{ id: number }>(sql`
      select ${articles.id} as id from ${articles}
      left join search_documents as words on words.article_id = ${articles.id}
      left join related_stories as related on related.article_id = ${articles.id}
      where ${articles.id} >= ${below - IDS_AT_ONCE} and ${articles.id} < ${below}
        and (words.fold is null or words.fold <> ${FOLD_VERSION}
          or related.fold <> ${FOLD_VERSION} or (related.fold is null and ${hasRelated}))
      order by ${articles.id} desc`)
    for (let at = 0; at < rows.length; at += atOnce) {
      await indexAll(db, rows.slice(at, at + atOnce), now)
      indexed += Math.min(atOnce, rows.length - at)
      if (!(await pause(indexed))) return indexed
    }
  }
  return indexed
}

/**
 * Indexes again what is marked (db/search/marked-documents.ts), and returns its number; `pause` as above. Costs next to
 * nothing when nothing is.
 */
export async function indexMarked(
  db: Writer,
  { now, pause }: { now: Date; pause: (indexed: number) => Promise<boolean> },
): Promise<number> {
  let indexed = 0
  for (;;) {
    const ids = await markedDocuments(db, ARTICLES_AT_ONCE)
    if (!ids.length) return indexed
    await indexAll(
      db,
      ids.map((id) => ({ id })),
      now,
    )
    indexed += ids.length
    if (!(await pause(indexed))) return indexed
  }
}

async function indexAll(db: Writer, rows: readonly { id: number }[], now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const stories: { id: number; snapshot: ArticleSnapshot }[] = []
    for (const { id } of rows) {
      const [still] = await tx.all(sql`select 1 from ${articles} where ${articles.id} = ${id}`)
      if (still) stories.push({ id, snapshot: (await storedArticle(tx, id, now)).snapshot })
    }
    await indexSnapshots(tx, stories)
  })
}
