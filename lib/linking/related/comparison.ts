import type { TermWeights } from '@/lib/linking/related/dense-vector'
import type { Draft } from '@/lib/linking/related/draft'
import { comparedWeight } from '@/lib/linking/related/part-weights'
import type { Signals } from '@/lib/linking/related/signals'
import { TermReader } from '@/lib/linking/related/term-vector'

/** How rare terms are, by their number. */
export interface Rarity {
  of: (term: number) => number
  /** The same without leaving common words out: in a headline they may be what it is about. */
  inHeadline: (term: number) => number
  /** Of a word taken from the texts by chance. */
  mean: number
}

/** A draft, ready to be compared with many stories. */
export interface PreparedDraft {
  /** By term of the index: 1 and more for the place that a term of the draft has in each of these arrays; 0 for none. */
  places: Int32Array
  twice: Float64Array
  once: Float64Array
  names: Float64Array
  /** For each term, the sentences it stands in. */
  sentences: readonly (readonly number[])[]
  sentenceCount: number
}

/** Cosines of a story with the draft, and the story as a vector, by which it is compared with others. */
export interface Compared
  extends Pick<Signals, 'cosine' | 'plainCosine' | 'names' | 'inSentence' | 'words'>,
    TermWeights {}

/** `draft` with the numbers that the index has for its terms. */
export function preparedDraft(draft: Draft, numbers: ReadonlyMap<string, number>, rarity: Rarity): PreparedDraft {
  const known: number[] = []
  const [twice, once, names]: [number[], number[], number[]] = [[], [], []]
  const sentences: number[][] = []
  const squares = { twice: 0, once: 0, names: 0 }
  const note = (term: string, weights: { twice: number; once: number; names: number }) => {
    for (const sort of ['twice', 'once', 'names'] as const) squares[sort] += weights[sort] ** 2
    const number = numbers.get(term)
    if (number === undefined) return
    known.push(number)
    twice.push(weights.twice)
    once.push(weights.once)
    names.push(weights.names)
    const within: number[] = []
    for (const [at, sentence] of draft.sentences.entries()) if (sentence.has(term)) within.push(at)
    sentences.push(within)
  }
  for (const [term, counts] of draft.terms.words) {
    const rare = rarity.of(numbers.get(term) ?? -1)
    const root = Math.sqrt(comparedWeight(counts))
    note(term, { twice: root * rare, once: root * Math.sqrt(rare), names: Math.sqrt(counts.capitals) * rare })
  }
  for (const [pair, count] of draft.terms.pairs) {
    note(pair, { twice: 0, once: 0, names: Math.sqrt(count) * rarity.of(numbers.get(pair) ?? -1) })
  }
  const scaled = (values: readonly number[], sum: number) =>
    Float64Array.from(values, (value) => value / (Math.sqrt(sum) || 1))
  const places = new Int32Array(known.reduce((most, number) => Math.max(most, number), 0) + 1)
  for (const [place, number] of known.entries()) places[number] = place + 1
  return {
    places,
    twice: scaled(twice, squares.twice),
    once: scaled(once, squares.once),
    names: scaled(names, squares.names),
    sentences,
    sentenceCount: draft.sentences.length,
  }
}

/** The terms and weights of one story while it is compared. A story is compared whole before the next one. */
let read: TermWeights = { terms: new Int32Array(4096), weights: new Float32Array(4096) }

/** Compares the story with these terms, as packedTerms wrote them, with the draft. */
export function comparedWith(draft: PreparedDraft, packed: Uint8Array, rarity: Rarity): Compared {
  // Each term has a byte or more.
  if (read.terms.length < packed.length) {
    read = { terms: new Int32Array(2 * packed.length), weights: new Float32Array(2 * packed.length) }
  }
  const { terms, weights } = read
  const { places } = draft
  const inSentences = new Float64Array(draft.sentenceCount)
  let [ofTwice, ofOnce, ofNames, ofHeadline] = [0, 0, 0, rarity.mean]
  let [twiceSquared, onceSquared, namesSquared] = [0, 0, 0]
  let [count, words] = [0, 0]
  const reader = new TermReader(packed)
  while (reader.next()) {
    const { term, isPair, headline, body, capitals } = reader
    if (!isPair) words += body
    const rare = rarity.of(term)
    const place = (places[term] ?? 0) - 1
    if (headline > 0) {
      const full = rarity.inHeadline(term)
      ofHeadline += full
      for (const at of draft.sentences[place] ?? []) inSentences[at] = (inSentences[at] ?? 0) + full
    }
    if (rare === 0) continue
    const named = Math.sqrt(isPair ? body : capitals) * rare
    namesSquared += named * named
    if (place >= 0) ofNames += named * (draft.names[place] ?? 0)
    if (isPair) continue
    const root = Math.sqrt(comparedWeight(reader))
    const twice = root * rare
    twiceSquared += twice * twice
    onceSquared += root * root * rare
    terms[count] = term
    weights[count] = twice
    count += 1
    if (place < 0) continue
    ofTwice += twice * (draft.twice[place] ?? 0)
    ofOnce += root * Math.sqrt(rare) * (draft.once[place] ?? 0)
  }
  const length = Math.sqrt(twiceSquared) || 1
  for (let at = 0; at < count; at += 1) weights[at] = (weights[at] ?? 0) / length
  let inSentence = 0
  for (const sum of inSentences) if (sum > inSentence) inSentence = sum
  return {
    words,
    cosine: ofTwice / length,
    plainCosine: ofOnce / (Math.sqrt(onceSquared) || 1),
    names: ofNames / (Math.sqrt(namesSquared) || 1),
    inSentence: inSentence / (ofHeadline || 1),
    terms: terms.slice(0, count),
    weights: weights.slice(0, count),
  }
}
