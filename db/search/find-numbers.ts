import { sql } from 'drizzle-orm'
import type { NumberSpan } from '@/db/search/document-number'
import type { MeantQuery, MeantTerm } from '@/db/search/meant-terms'
import type { Reader } from '@/db/store/open'
import { allOf, anyOf, butNot, inColumns, phrase } from '@/lib/search/match-syntax'
import { filterWords, type SubjectFilter } from '@/lib/search/subjects'

/** What is looked for in the index. */
export interface IndexQuery {
  meant: MeantQuery
  subjects: SubjectFilter
  span: NumberSpan
}

/** The condition that every term occurs, under all subjects, without what is not wanted. */
export function matchOf({ meant, subjects }: Omit<IndexQuery, 'span'>): string {
  return condition(meant, subjects, ({ conditions }) => either(conditions))
}

/** The numbers of the newest stories that match, at most `most`, the newest first. */
export async function newestNumbers(db: Reader, query: IndexQuery, most: number): Promise<number[]> {
  return numbersIn(db, 'search_texts', matchOf(query), query.span, most)
}

/** How many of each kind of good match are ranked; among very many the newest are as good as any. */
const MAX_IN_HEADLINE = 400
const MAX_BESIDES = 200

/**
 * The numbers of the stories that match best, by kind of match, the newest first in each; a story may be in several:
 * - `headline`: every term in the headline
 * - `standfirst`: every term in headline and standfirst
 * - `names`: every term in headline, standfirst and the names of authors, topics, section and place
 * - `phrase`: the words of the query one behind the other, anywhere
 */
export async function bestNumbers(
  db: Reader,
  query: IndexQuery,
): Promise<{ headline: number[]; standfirst: number[]; names: number[]; phrase: number[] }> {
  const inHead = (columns: readonly Column[], most: number) => headNumbers(db, query, { columns, most })
  const headline = await inHead(['headline'], MAX_IN_HEADLINE)
  const standfirst = await inHead(['headline', 'standfirst'], MAX_BESIDES)
  const names = await inHead(['headline', 'standfirst', 'names', 'others'], MAX_BESIDES)
  return { headline, standfirst, names, phrase: await phraseNumbers(db, query) }
}

/** From which end of a span stories are looked at. */
type End = 'newest' | 'oldest'

/** A part of a story's head in the index; `others` are other ways to write words of the others. */
type Column = 'headline' | 'standfirst' | 'names' | 'others'

/**
 * The numbers of the newest stories with every term in these parts, at most `most`, the newest first; or the oldest ones,
 * which costs less for a span of low numbers.
 */
export async function headNumbers(
  db: Reader,
  { meant, subjects, span }: IndexQuery,
  { columns, most, from = 'newest' }: { columns: readonly Column[]; most: number; from?: End },
): Promise<number[]> {
  const match = condition(meant, subjects, ({ conditions }) => inColumns(columns, either(conditions)))
  return numbersIn(db, 'search_heads', match, span, most, from)
}

/** The stories in which the terms stand one behind the other; none for a query of one term. */
async function phraseNumbers(db: Reader, { meant, subjects, span }: IndexQuery): Promise<number[]> {
  if (meant.wanted.length < 2 || meant.wanted.some(({ words, isQuoted }) => isQuoted || words.length > 1)) return []
  const whole = phrase(meant.wanted.flatMap(({ words }) => words))
  return numbersIn(
    db,
    'search_texts',
    condition({ ...meant, wanted: [] }, subjects, () => '', [whole]),
    span,
    MAX_BESIDES,
  )
}

function condition(
  { wanted, unwanted }: MeantQuery,
  subjects: SubjectFilter,
  written: (term: MeantTerm) => string,
  more: readonly string[] = [],
): string {
  const filters = filterWords(subjects).map((words) => (words.length ? anyOf(words) : phrase(['\uE000none'])))
  return butNot(
    allOf([...wanted.map(written), ...more, ...filters]),
    unwanted.map(({ conditions }) => either(conditions)),
  )
}

function either(conditions: readonly string[]): string {
  return conditions.length === 1 ? String(conditions[0]) : `(${conditions.join(' OR ')})`
}

async function numbersIn(
  db: Reader,
  index: 'search_texts' | 'search_heads',
  match: string,
  { first, last }: NumberSpan,
  most: number,
  from: End = 'newest',
): Promise<number[]> {
  const table = sql.raw(index)
  const order = sql.raw(from === 'newest' ? 'desc' : 'asc')
  // One text of all numbers is made and read faster than one row for each.
  const [row] = await db.all<{ numbers: string }>(sql`
    select json_group_array(number) as numbers from (
      select rowid as number from ${table} where ${table} match ${match} and rowid between ${first} and ${last}
      order by rowid ${order} limit ${most})`)
  const numbers: number[] = JSON.parse(row?.numbers ?? '[]')
  return numbers
}
