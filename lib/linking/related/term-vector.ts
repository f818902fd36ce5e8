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
  const reader = new TermReader(packed)
  while (reader.next()) visit(reader)
}

/** Reads what packedTerms wrote, term by term: its own fields are the term that it stands at. */
export class TermReader implements NumberedTerm {
  term = 0
  isPair = false
  headline = 0
  standfirst = 0
  body = 0
  capitals = 0
  readonly #bytes: ByteReader

  constructor(packed: Uint8Array) {
    this.#bytes = new ByteReader(packed)
  }

  /** Goes on to the next term; false at the end. */
  next(): boolean {
    const bytes = this.#bytes
    if (bytes.isAtEnd) return false
    const head = bytes.number()
    const code = head & 7
    this.term += head >>> 3
    this.isPair = code === PAIR_ONCE
    this.headline = 0
    this.standfirst = 0
    this.capitals = code === CAPITAL_ONCE ? 1 : code === CAPITAL_TWICE ? 2 : 0
    this.body =
      code === IN_BODY ? bytes.number() : code === TWICE || code === CAPITAL_TWICE ? 2 : code === THRICE ? 3 : 1
    if (code === WRITTEN_OUT) {
      this.isPair = bytes.number() === PAIR
      this.headline = bytes.number()
      this.standfirst = bytes.number()
      this.body = bytes.number()
      this.capitals = bytes.number()
    }
    return true
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
