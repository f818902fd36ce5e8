import { and, desc, eq, sql } from 'drizzle-orm'
import { type ListPage, type TeaserList, teasersByIds } from '@/db/reading/teasers'
import { isPublic } from '@/db/reading/visibility'
import type { Reader, Transaction } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import type { Tagged } from '@/lib/pages/tags'
import { withoutUnseen } from '@/lib/text/visible-text'

/** A longer query is cut here, because further words would not make the result better. */
const QUERY_MAX_CHARACTERS = 200

/** One letter, with its marks, of a script that is written without spaces. */
const UNSPACED =
  /(?=[\p{L}\p{N}])[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]\p{M}*/gu

/** A word of the index: the Unicode categories of its tokenizer (migration 0001). */
const WORD = /[\p{L}\p{N}\p{Co}\p{Mn}\p{Mc}]+/gu

const SEARCH = sql`article_search`

/** The weights of a match in headline, standfirst, body and names. */
const RANK = sql`bm25(article_search, 10.0, 4.0, 1.0, 3.0)`

/**
 * The public stories that contain every word of `query`, the last one also as the beginning of a word.
 * - Best match first (the headline weighs most), then newest first, ties by id; pages count from 1.
 * - Any text is a valid query. A query without a word finds nothing. Only the first 200 characters count.
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

/** The text as it must be indexed: normalized, with the letters of scripts without spaces separated by spaces. */
export function searchableText(text: string): string {
  return foldedText(text).replace(UNSPACED, ' $& ')
}

/** What a reader sees of the text, letters of every form as their usual one. */
function foldedText(text: string): string {
  return withoutUnseen(text.normalize('NFKC')).normalize('NFKC')
}

/** The text by which readers can find an article. */
export interface SearchText {
  id: number
  headline: string
  standfirst: string
  /** The words of the body. */
  body: string
  /** Of authors, topics, section and place. */
  names: string
}

/** Indexes article `id` by this text, in place of what was indexed before. Call it in the transaction of the save. */
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

/** Removes article `id` from the index; does nothing when it is not there. */
export async function removeFromIndex(tx: Transaction, id: number): Promise<void> {
  await tx.run(sql`delete from article_search where rowid = ${id}`)
}

/** The query in the syntax of the index, every word quoted so that none is an operator; null without a word. */
export function matchFor(query: string): string | null {
  const seen = phrasesOf(foldedText(query))
  // Stories that were indexed by an earlier edition have their words broken at what nobody sees.
  const broken = phrasesOf(query.normalize('NFKC'))
  return seen === null || seen === broken ? seen : `(${seen}) OR (${broken})`
}

function phrasesOf(query: string): string | null {
  const words = [...query].slice(0, QUERY_MAX_CHARACTERS).join('').match(WORD)
  if (!words) return null
  // A run of a script without spaces becomes several tokens, so in quotes it is a phrase.
  const phrases = words.map((word) => `"${searchableText(word).trim()}"`)
  return `${phrases.join(' ')}*`
}
