import { sql } from 'drizzle-orm'
import type { IndexQuery } from '@/db/search/find-numbers'
import { bestNumbers } from '@/db/search/find-numbers'
import type { Reader } from '@/db/store/open'
import { wordsIn } from '@/lib/search/words'

/**
 * `numbers` (the newest first) with the best matches in front: those with every term in the headline, by how much of the
 * headline they are, as they were typed and in their order; then those with the words one behind the other, those with
 * every term in headline and standfirst, those with them in the names. The newest first among equals.
 */
export async function ranked(db: Reader, query: IndexQuery, numbers: readonly number[]): Promise<number[]> {
  const best = await bestNumbers(db, query)
  const inHeadline = await byHeadline(db, query, best.headline)
  return [...new Set([...inHeadline, ...best.phrase, ...best.standfirst, ...best.names, ...numbers])]
}

async function byHeadline(db: Reader, { meant }: IndexQuery, numbers: readonly number[]): Promise<number[]> {
  if (numbers.length < 2) return [...numbers]
  const rows = await db.all<{ number: number; headline: string }>(sql`
    select number, headline from search_documents join articles on articles.id = article_id
    where number in (select value from json_each(${JSON.stringify(numbers)}))`)
  const typed = meant.wanted.flatMap(({ words }) => words)
  const scores = new Map(rows.map(({ number, headline }) => [number, headlineScore(typed, headline)]))
  const scoreOf = (number: number) => scores.get(number) ?? 0
  return [...numbers].sort((one, other) => scoreOf(other) - scoreOf(one) || other - one)
}

/** From 0 to 4: 2 for the typed words one behind the other, up to 1 for those that stand there, up to 1 for their share. */
function headlineScore(typed: readonly string[], headline: string): number {
  const words = wordsIn(headline).map(({ word }) => word)
  const there = new Set(words)
  const exact = typed.filter((word) => there.has(word)).length
  const isPhrase = typed.length > 1 && ` ${words.join(' ')} `.includes(` ${typed.join(' ')} `)
  // In tenths: a headline that is a word longer is not a worse match.
  const share = Math.round((10 * exact) / Math.max(1, words.length)) / 10
  return (isPhrase ? 2 : 0) + exact / typed.length + share
}
