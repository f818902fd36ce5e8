import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import type { Rarity } from '@/lib/linking/related/comparison'

/** How many stories are indexed, and how long they are on average, in weighted words. */
export interface IndexTotals {
  stories: number
  meanLength: number
}

/** The totals of the index. */
export async function indexTotals(db: Reader): Promise<IndexTotals> {
  const [row] = await db.all<{ stories: number; length: number }>(sql`select stories, length from related_totals`)
  const stories = row?.stories ?? 0
  return { stories, meanLength: stories > 0 ? (row?.length ?? 0) / stories : 1 }
}

/** A word in more of the stories than this says nothing of what a story is about. */
const COMMON_SHARE = 0.2
/** In a small archive no word is common. */
const NEVER_COMMON = 10

/** How rare a term of so many stories is; 0 for a common one. */
export function rarityOf(stories: number, all: number): number {
  return stories > Math.max(NEVER_COMMON, COMMON_SHARE * all) ? 0 : idf(stories, all)
}

/** BM25's. */
function idf(stories: number, all: number): number {
  return Math.log(1 + Math.max(0, all - stories + 0.5) / (stories + 0.5))
}

interface Kept extends Rarity {
  all: number
}

/**
 * By the file of the store, or the connection of one in memory: reading how many stories each term has takes longer than
 * everything else of a suggestion.
 */
const keptByFile = new Map<string, Kept>()
const keptInMemory = new WeakMap<Reader, Kept>()

/** By how much of itself the archive may have grown or shrunk until rarity is read anew. */
const DRIFT = 0.02

/** How rare each term is, as of now or of a little earlier; terms that are newer are as rare as can be. */
export async function termRarity(db: Reader, { stories: all }: IndexTotals): Promise<Rarity> {
  const [main] = await db.all<{ file: string }>(sql`select file from pragma_database_list where name = 'main'`)
  const file = main?.file ?? ''
  const before = file ? keptByFile.get(file) : keptInMemory.get(db)
  if (before && Math.abs(before.all - all) <= DRIFT * all) return before
  const [row] = await db.all<{ stories: string }>(
    sql`select json_group_array(stories) as stories from (select stories from related_counts order by id)`,
  )
  const counts: number[] = JSON.parse(row?.stories ?? '[]')
  const values = Float32Array.from(counts, (stories) => rarityOf(stories, all))
  const full = Float32Array.from(counts, (stories) => idf(stories, all))
  let [sum, total] = [0, 0]
  for (const [at, stories] of counts.entries()) {
    sum += (full[at] ?? 0) * stories
    total += stories
  }
  const rarest = rarityOf(1, all)
  const of = (term: number) => (term < 0 ? rarest : (values[term - 1] ?? rarest))
  const inHeadline = (term: number) => full[term - 1] ?? rarest
  const made: Kept = { of, inHeadline, mean: total > 0 ? sum / total : 1, all }
  if (file) keptByFile.set(file, made)
  else keptInMemory.set(db, made)
  return made
}
