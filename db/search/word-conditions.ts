import { type SQL, sql } from 'drizzle-orm'
import { ALL_STORIES, type NumberSpan } from '@/db/search/document-number'
import { matchOf } from '@/db/search/find-numbers'
import { type LastWord, meantQuery } from '@/db/search/meant-terms'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { anyOf, inColumns, phrase } from '@/lib/search/match-syntax'
import { parseSearchQuery } from '@/lib/search/query'
import type { SubjectFilter } from '@/lib/search/subjects'
import { wordsIn } from '@/lib/search/words'

/** Where all words must stand: in less and less telling parts of a story. */
export const PARTS = ['headline', 'head', 'text'] as const
export type Part = (typeof PARTS)[number]

const COLUMNS = { headline: ['headline'], head: ['headline', 'standfirst'] }

/** Only this many of the newest matching stories are looked at, so that a common word costs no more than a rare one. */
const MAX_MATCHES = 20_000

interface Narrowing {
  /** The whole text when left out. */
  part?: Part
  subjects?: SubjectFilter
  span?: NumberSpan
  most?: number
}

/**
 * Makes the condition that an article, in any state, meets the typed query (lib/search/query.ts) in a part; it holds for
 * the newest `most` of those at most. The words are looked up once for all conditions, the last one as somebody types
 * when `lastWord` is left out. null when the query has no word.
 */
export async function wordConditions(
  db: Reader,
  typed: string,
  lastWord: LastWord = 'begun',
): Promise<((narrowing?: Narrowing) => SQL) | null> {
  const query = parseSearchQuery(typed)
  if (!query) return null
  const meant = await meantQuery(db, query, lastWord)
  return ({ part = 'text', subjects = {}, span = ALL_STORIES, most = MAX_MATCHES } = {}) => {
    const table = sql.raw(part === 'text' ? 'search_texts' : 'search_heads')
    const match =
      part === 'text' ? matchOf({ meant, subjects }) : inColumns(COLUMNS[part], matchOf({ meant, subjects: {} }))
    return sql`${articles.id} in (select article_id from search_documents where number in (
    select rowid from ${table} where ${table} match ${match} and rowid between ${span.first} and ${span.last}
    order by rowid desc limit ${most}))`
  }
}

/** The condition that an article is one of the newest `most` in `span` that are filed under all `subjects`. */
export function isFiledUnder(subjects: SubjectFilter, { span, most }: { span: NumberSpan; most: number }): SQL {
  const match = matchOf({ meant: { wanted: [], unwanted: [] }, subjects })
  return sql`${articles.id} in (select article_id from search_documents where number in (
    select rowid from search_heads where search_heads match ${match} and rowid between ${span.first} and ${span.last}
    order by rowid desc limit ${most}))`
}

/** A word that stands in more headlines says little about which story is meant. */
const TELLING_UP_TO = 5000
const MAX_TELLING = 6

/** The ids of the articles, in any state, whose headlines share most of their rare words with `headline`, at most `most`. */
export async function sharingWords(db: Reader, headline: string, most: number): Promise<number[]> {
  const counted: { word: string; headlines: number }[] = []
  for (const word of new Set(wordsIn(headline).map((found) => found.word))) {
    const match = inColumns(['headline'], phrase([word]))
    const [row] = await db.all<{ headlines: number }>(sql`
      select count(*) as headlines from (select 1 from search_heads where search_heads match ${match} limit ${TELLING_UP_TO})`)
    if (row?.headlines) counted.push({ word, headlines: row.headlines })
  }
  counted.sort((one, other) => one.headlines - other.headlines)
  const telling = counted.filter(({ headlines }) => headlines < TELLING_UP_TO).slice(0, MAX_TELLING)
  const words = (telling.length ? telling : counted.slice(0, 1)).map(({ word }) => word)
  if (!words.length) return []
  const match = inColumns(['headline'], anyOf(words))
  const order = telling.length ? sql`bm25(search_heads)` : sql`rowid desc`
  const rows = await db.all<{ id: number }>(sql`
    select article_id as id from search_documents join (
      select rowid as number, row_number() over () as place from (
        select rowid from search_heads where search_heads match ${match} order by ${order} limit ${most})
    ) using (number) order by place`)
  return rows.map(({ id }) => id)
}
