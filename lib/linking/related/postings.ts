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

/** From this many changes on, a list is written anew. */
const MANY_CHANGES = 5

/**
 * `packed`, a list of `block`, with the postings of `changes`, of different stories, in place of those that it has of the
 * same stories; weight 0 takes a story out. Few changes copy what stands around them: a save changes one story in lists of
 * thousands.
 */
export function changedPostings(packed: Uint8Array, changes: readonly Posting[], block: number): Uint8Array {
  if (changes.length < MANY_CHANGES) return changes.reduce(withPosting, packed)
  const kept = new Map(postingsIn(packed, block).map(({ story, weight }) => [story, weight]))
  for (const { story, weight } of changes) kept.set(story, weight)
  const postings = [...kept].flatMap(([story, weight]) => (weight > 0 ? [{ story, weight }] : []))
  return packedPostings(postings.sort((one, other) => one.story - other.story))
}

function withPosting(packed: Uint8Array, { story, weight }: Posting): Uint8Array {
  const place = story % STORIES_IN_BLOCK
  const reader = new ByteReader(packed)
  /** Where the postings before it end, and the place of the last of them. */
  let [end, before] = [0, 0]
  /** The first posting behind it, without its weight where that is written out. */
  let next: { head: number; place: number; at: number } | null = null
  while (!reader.isAtEnd && !next) {
    const head = reader.number()
    const found = before + (head >>> 2)
    const at = reader.at
    if ((head & 3) === WRITTEN_OUT) reader.number()
    if (found > place) next = { head, place: found, at }
    else if (found === place) {
      if (reader.isAtEnd) break
      const following = reader.number()
      next = { head: following, place: found + (following >>> 2), at: reader.at }
    } else [end, before] = [reader.at, found]
  }
  const changed = new ByteWriter()
  if (weight > 0) {
    const code = Math.min(weight - 1, WRITTEN_OUT)
    changed.number((place - before) * 4 + code)
    if (code === WRITTEN_OUT) changed.number(weight)
    before = place
  }
  if (next) changed.number((next.place - before) * 4 + (next.head & 3))
  const middle = changed.finished()
  const rest = next ? packed.subarray(next.at) : new Uint8Array()
  const whole = new Uint8Array(end + middle.length + rest.length)
  whole.set(packed.subarray(0, end))
  whole.set(middle, end)
  whole.set(rest, end + middle.length)
  return whole
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
