import { inArray, sql } from 'drizzle-orm'
import { indexSnapshots } from '@/db/editing/article-relations'
import { storedArticle } from '@/db/editing/stored-article'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { STATES_PUBLIC_WHEN_DUE } from '@/lib/article/visibility'
import { FOLD_VERSION } from '@/lib/search/fold-word'

/** A transaction of so few holds up a save by some milliseconds. */
const ARTICLES_AT_ONCE = 5
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
 * Indexes what is not indexed yet, or was by another version of lib/search/, those with the highest ids first, and
 * returns their number. Search and related stories have the others meanwhile. `pause` is awaited between transactions of a few articles;
 * when it answers false, the work ends there, and the next call goes on.
 */
export async function completeSearchIndex(
  db: Writer,
  { now, pause }: { now: Date; pause: () => Promise<boolean> },
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
    for (let at = 0; at < rows.length; at += ARTICLES_AT_ONCE) {
      await indexAll(db, rows.slice(at, at + ARTICLES_AT_ONCE), now)
      indexed += Math.min(ARTICLES_AT_ONCE, rows.length - at)
      if (!(await pause())) return indexed
    }
  }
  return indexed
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
