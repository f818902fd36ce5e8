import { ByteReader, ByteWriter } from '@/lib/linking/related/bytes'

/** How much of a term a story has: its count with the weight of the part it stands in. */
export interface Posting {
  story: number
  weight: number
}

/** Stories stand together in lists by their id: a list of a common word is changed in one place only. */
export const STORIES_IN_BLOCK = 8192

/** The block that story `id` belongs to. */
export function blockOf(id: number): number {
  return Math.floor(id / STORIES_IN_BLOCK)
}

const WRITTEN_OUT = 3

/** Postings of stories of one block, ascending by story, as bytes: the distance to the one before, and weights 1 to 3 as a code. */
export function packedPostings(postings: readonly Posting[]): Uint8Array {
  const bytes = new ByteWriter()
  let before = 0
  for (const { story, weight } of postings) {
    const place = story % STORIES_IN_BLOCK
    const code = Math.min(weight - 1, WRITTEN_OUT)
    bytes.number((place - before) * 4 + code)
    if (code === WRITTEN_OUT) bytes.number(weight)
    before = place
  }
  return bytes.finished()
}

/** What packedPostings wrote for `block`. */
export function postingsIn(packed: Uint8Array, block: number): Posting[] {
  const bytes = new ByteReader(packed)
  const postings: Posting[] = []
  let place = 0
  while (!bytes.isAtEnd) {
    const head = bytes.number()
    place += head >>> 2
    const code = head & 3
    postings.push({ story: block * STORIES_IN_BLOCK + place, weight: code === WRITTEN_OUT ? bytes.number() : code + 1 })
  }
  return postings
}

/** The part of BM25 that does not change from story to story, for one term. */
interface TermScore {
  /** Weight of the term in the query. */
  weight: number
  /** How much longer stories count for less, by story of the block: k1 x (1 - b + b x length / average length). */
  norms: Float32Array
  /** BM25's k1. */
  k1: number
}

/**
 * Adds the BM25 score of one term to `scores`, which has one place for each story of the block. Without any object for a
 * posting, because a suggestion reads hundreds of thousands of them.
 */
export function addScores(packed: Uint8Array, { weight, norms, k1 }: TermScore, scores: Float32Array): void {
  let at = 0
  let place = 0
  const end = packed.length
  while (at < end) {
    let byte = packed[at++] ?? 0
    let head = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = packed[at++] ?? 0
      head |= (byte & 0x7f) << shift
    }
    place += head >>> 2
    let count = (head & 3) + 1
    if (count > WRITTEN_OUT) {
      byte = packed[at++] ?? 0
      count = byte & 0x7f
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = packed[at++] ?? 0
        count |= (byte & 0x7f) << shift
      }
    }
    scores[place] = (scores[place] ?? 0) + (weight * count * (k1 + 1)) / (count + (norms[place] ?? 1))
  }
}
