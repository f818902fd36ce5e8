import { sql } from 'drizzle-orm'
import { indexSnapshot } from '@/db/editing/article-relations'
import { storedArticle } from '@/db/editing/stored-article'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { FOLD_VERSION } from '@/lib/search/fold-word'

/** A transaction of so few holds up a save by some milliseconds. */
const ARTICLES_AT_ONCE = 5
/** Ids are looked at in windows, so that finding those that are left never reads the whole table at once. */
const IDS_AT_ONCE = 500

/** The number of articles that are not indexed, or were by another version of lib/search/. */
export async function unindexedArticles(db: Reader): Promise<number> {
  const [row] = await db.all<{ left: number }>(sql`
    select (select count(*) from ${articles})
      - (select count(*) from search_documents where fold = ${FOLD_VERSION}) as left`)
  return row?.left ?? 0
}

/**
 * Indexes what is not indexed yet, or was by another version of lib/search/, those with the highest ids first, and
 * returns their number. Search finds the others meanwhile. `pause` is awaited between transactions of a few articles;
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
      select ${articles.id} as id from ${articles} left join search_documents on article_id = ${articles.id}
      where ${articles.id} >= ${below - IDS_AT_ONCE} and ${articles.id} < ${below} and (fold is null or fold <> ${FOLD_VERSION})
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
    for (const { id } of rows) {
      const [still] = await tx.all(sql`select 1 from ${articles} where ${articles.id} = ${id}`)
      if (still) await indexSnapshot(tx, { id, snapshot: (await storedArticle(tx, id, now)).snapshot })
    }
  })
}
