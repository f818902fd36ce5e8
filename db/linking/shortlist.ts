import { sql } from 'drizzle-orm'
import type { IndexTotals } from '@/db/linking/term-rarity'
import type { Reader } from '@/db/store/open'
import { addScores, STORIES_IN_BLOCK } from '@/lib/linking/related/postings'
import { ageFactor } from '@/lib/linking/related/signals'
import { readFacts } from '@/lib/linking/related/story-facts'

/** BM25's own numbers. */
const [K1, B] = [1.2, 0.75]

/** A term that is looked for, and what it adds. */
export interface WantedTerm {
  id: number
  weight: number
}

export interface Found {
  id: number
  /** BM25. */
  score: number
}

/**
 * The `most` best stories by BM25 of `wanted`, with their age as of `day`, the best first, ties by id; and the score of the
 * best without its age. Stories of any state, and not `self`.
 */
export async function shortlist(
  db: Reader,
  {
    wanted,
    totals,
    day,
    self,
    most,
  }: { wanted: readonly WantedTerm[]; totals: IndexTotals; day: number; self: number | null; most: number },
): Promise<{ found: Found[]; best: number }> {
  const weights = new Map(wanted.map(({ id, weight }) => [id, weight]))
  const rows = await db.all<{ term: number; block: number; stories: Buffer }>(sql`
    select term, block, stories from related_postings
    where term in (select value from json_each(${JSON.stringify([...weights.keys()])}))`)
  const byBlock = groupedByBlock(rows)
  const top = new BestOf(most)
  let best = 0
  for (const { block, facts } of await db.all<{ block: number; facts: Buffer }>(
    sql`select block, facts from related_blocks order by block`,
  )) {
    const ofBlock = byBlock.get(block)
    if (!ofBlock) continue
    const numbers = readFacts(facts)
    const norms = new Float32Array(STORIES_IN_BLOCK)
    for (let place = 0; place < STORIES_IN_BLOCK; place += 1) {
      norms[place] = K1 * (1 - B + (B * (numbers[place * 2] ?? 0)) / totals.meanLength)
    }
    const scores = new Float32Array(STORIES_IN_BLOCK)
    for (const { term, stories } of ofBlock)
      addScores(stories, { weight: weights.get(term) ?? 0, norms, k1: K1 }, scores)
    for (let place = 0; place < STORIES_IN_BLOCK; place += 1) {
      const score = scores[place] ?? 0
      const id = block * STORIES_IN_BLOCK + place
      if (score <= 0 || id === self) continue
      if (score > best) best = score
      if (score > top.least) top.add({ id, score }, score * ageFactor(day - (numbers[place * 2 + 1] ?? 0)))
    }
  }
  return { found: top.sorted(), best }
}

interface PostingsRow {
  term: number
  block: number
  stories: Buffer
}

function groupedByBlock(rows: readonly PostingsRow[]): Map<number, PostingsRow[]> {
  const byBlock = new Map<number, PostingsRow[]>()
  for (const row of rows) {
    const others = byBlock.get(row.block)
    if (others) others.push(row)
    else byBlock.set(row.block, [row])
  }
  return byBlock
}

/** Keeps the `most` entries with the highest value, without sorting all that it is given. */
class BestOf {
  readonly #most: number
  #entries: { found: Found; value: number }[] = []
  /** The value that an entry must exceed. */
  least = 0

  constructor(most: number) {
    this.#most = most
  }

  add(found: Found, value: number): void {
    if (value <= this.least) return
    this.#entries.push({ found, value })
    if (this.#entries.length < 4 * this.#most) return
    this.#cut()
    this.least = this.#entries[this.#most - 1]?.value ?? 0
  }

  sorted(): Found[] {
    this.#cut()
    return this.#entries.map(({ found }) => found)
  }

  #cut(): void {
    this.#entries.sort((one, other) => other.value - one.value || one.found.id - other.found.id)
    this.#entries.length = Math.min(this.#entries.length, this.#most)
  }
}
