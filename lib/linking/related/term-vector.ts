import { ByteReader, ByteWriter } from '@/lib/linking/related/bytes'
import type { TermCounts } from '@/lib/linking/related/story-terms'

/** A term of a story by its number in the dictionary; `isPair` tells a pair of capitalised words, counted in `body`. */
export interface NumberedTerm extends TermCounts {
  term: number
  isPair: boolean
}

/*
 * The terms of one story in few bytes: for each, in the order of their numbers, the distance to the one before and a code
 * for what is usual. Most take two bytes.
 */
const [ONCE, TWICE, THRICE, CAPITAL_ONCE, CAPITAL_TWICE, PAIR_ONCE, IN_BODY, WRITTEN_OUT] = [0, 1, 2, 3, 4, 5, 6, 7]
const [PLAIN, PAIR] = [0, 1]

/** `terms`, in any order, as bytes. */
export function packedTerms(terms: readonly NumberedTerm[]): Uint8Array {
  const bytes = new ByteWriter()
  let before = 0
  for (const entry of [...terms].sort((one, other) => one.term - other.term)) {
    const code = codeOf(entry)
    bytes.number((entry.term - before) * 8 + code)
    before = entry.term
    if (code === IN_BODY) bytes.number(entry.body)
    if (code !== WRITTEN_OUT) continue
    bytes.number(entry.isPair ? PAIR : PLAIN)
    for (const count of [entry.headline, entry.standfirst, entry.body, entry.capitals]) bytes.number(count)
  }
  return bytes.finished()
}

/** Calls `visit` with each term that packedTerms wrote, in the order of their numbers. The object is the same each time. */
export function eachTerm(packed: Uint8Array, visit: (term: NumberedTerm) => void): void {
  const bytes = new ByteReader(packed)
  const entry: NumberedTerm = { term: 0, isPair: false, headline: 0, standfirst: 0, body: 0, capitals: 0 }
  while (!bytes.isAtEnd) {
    const head = bytes.number()
    const code = head & 7
    entry.term += head >>> 3
    entry.isPair = code === PAIR_ONCE
    entry.headline = 0
    entry.standfirst = 0
    entry.capitals = code === CAPITAL_ONCE ? 1 : code === CAPITAL_TWICE ? 2 : 0
    entry.body =
      code === IN_BODY ? bytes.number() : code === TWICE || code === CAPITAL_TWICE ? 2 : code === THRICE ? 3 : 1
    if (code === WRITTEN_OUT) {
      entry.isPair = bytes.number() === PAIR
      entry.headline = bytes.number()
      entry.standfirst = bytes.number()
      entry.body = bytes.number()
      entry.capitals = bytes.number()
    }
    visit(entry)
  }
}

function codeOf({ isPair, headline, standfirst, body, capitals }: NumberedTerm): number {
  if (headline || standfirst || body === 0) return WRITTEN_OUT
  if (isPair) return body === 1 && capitals === 0 ? PAIR_ONCE : WRITTEN_OUT
  if (capitals > 0) {
    if (capitals !== body || body > 2) return WRITTEN_OUT
    return body === 1 ? CAPITAL_ONCE : CAPITAL_TWICE
  }
  return [IN_BODY, ONCE, TWICE, THRICE][body] ?? IN_BODY
}
