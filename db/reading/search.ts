import { and, desc, eq, sql } from 'drizzle-orm'
import { type ListPage, type TeaserList, teasersByIds } from '@/db/reading/teasers'
import { isPublic } from '@/db/reading/visibility'
import type { Reader, Transaction } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import type { Tagged } from '@/lib/pages/tags'

/** A longer query is cut; what lies behind says nothing more about what the reader wants. */
const QUERY_MAX_CHARACTERS = 200

/** One letter of a script that puts no spaces between words, with the marks that belong to it. */
const UNSPACED =
  /(?=[\p{L}\p{N}])[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]\p{M}*/gu

/** What the index takes for a word: the categories of its tokenizer (migration 0001). */
const WORD = /[\p{L}\p{N}\p{Co}\p{Mn}\p{Mc}]+/gu

const SEARCH = sql`article_search`

/** What a match in each column is worth: headline, standfirst, body, names. */
const RANK = sql`bm25(article_search, 10.0, 4.0, 1.0, 3.0)`

/**
 * The public stories in which every word of `query` occurs, the last one also as the beginning of a word.
 * - Best match first (a headline counts most), then newest first, ties by id; pages count from 1.
 * - Any text is a query; one without a word finds nothing, and what follows the first 200 characters is ignored.
 */
export async function searchTeasers(
  db: Reader,
  { query, now, page, perPage }: ListPage & { query: string },
): Promise<Tagged<TeaserList>> {
  const match = matchFor(query)
  if (!match) return { value: { teasers: [], total: 0 }, tags: [] }
  const found = and(sql`article_search match ${match}`, isPublic(now))
  const onRow = eq(articles.id, sql`article_search.rowid`)
  const rows = await db
    .select({ id: articles.id })
    .from(SEARCH)
    .innerJoin(articles, onRow)
    .where(found)
    .orderBy(RANK, desc(articles.publishedAt), desc(articles.id))
    .limit(perPage)
    .offset((page - 1) * perPage)
  const [count] = await db.select({ total: sql<number>`count(*)` }).from(SEARCH).innerJoin(articles, onRow).where(found)
  const shown = await teasersByIds(db, { ids: rows.map(({ id }) => id), now })
  return { value: { teasers: shown.value, total: count?.total ?? 0 }, tags: shown.tags }
}

/** The text as the index must get it: one spelling of each letter, unspaced scripts put apart letter by letter. */
export function searchableText(text: string): string {
  return text.normalize('NFKC').replace(UNSPACED, ' $& ')
}

/** What readers can find an article by. */
export interface SearchText {
  id: number
  headline: string
  standfirst: string
  /** The words of the body. */
  body: string
  /** Of authors, topics, section and place. */
  names: string
}

/** Makes article `id` findable by these words and no others; to be called in the transaction that saves it. */
export async function indexArticle(
  tx: Transaction,
  { id, headline, standfirst, body, names }: SearchText,
): Promise<void> {
  await removeFromIndex(tx, id)
  const [h, s, b, n] = [headline, standfirst, body, names].map(searchableText)
  await tx.run(
    sql`insert into article_search (rowid, headline, standfirst, body, names) values (${id}, ${h}, ${s}, ${b}, ${n})`,
  )
}

/** Makes article `id` unfindable; does nothing when it is. */
export async function removeFromIndex(tx: Transaction, id: number): Promise<void> {
  await tx.run(sql`delete from article_search where rowid = ${id}`)
}

/** The query in the index's own language, where every word is a string, so that nothing in it is an operator; null without a word. */
export function matchFor(query: string): string | null {
  const words = [...query.normalize('NFKC')].slice(0, QUERY_MAX_CHARACTERS).join('').match(WORD)
  if (!words) return null
  // Put apart, an unspaced run is a string of several tokens: a phrase.
  const phrases = words.map((word) => `"${searchableText(word).trim()}"`)
  return `${phrases.join(' ')}*`
}
