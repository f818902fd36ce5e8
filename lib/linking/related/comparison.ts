import type { Draft } from '@/lib/linking/related/draft'
import { comparedWeight } from '@/lib/linking/related/part-weights'
import type { Signals } from '@/lib/linking/related/signals'
import { eachTerm } from '@/lib/linking/related/term-vector'

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
  /** Numbers from 0 of the terms that the index knows, by term; each array has one place for each. */
  places: ReadonlyMap<number, number>
  twice: Float64Array
  once: Float64Array
  names: Float64Array
  /** For each term, the sentences it stands in. */
  sentences: readonly (readonly number[])[]
  sentenceCount: number
}

/** Cosines of a story with the draft, and the story as a vector, by which it is compared with others. */
export interface Compared extends Pick<Signals, 'cosine' | 'plainCosine' | 'names' | 'inSentence' | 'words'> {
  terms: Int32Array
  weights: Float32Array
}

/** `draft` with the numbers that the index has for its terms. */
export function preparedDraft(draft: Draft, numbers: ReadonlyMap<string, number>, rarity: Rarity): PreparedDraft {
  const places = new Map<number, number>()
  const [twice, once, names]: [number[], number[], number[]] = [[], [], []]
  const sentences: number[][] = []
  const squares = { twice: 0, once: 0, names: 0 }
  const note = (term: string, weights: { twice: number; once: number; names: number }) => {
    for (const sort of ['twice', 'once', 'names'] as const) squares[sort] += weights[sort] ** 2
    const number = numbers.get(term)
    if (number === undefined) return
    places.set(number, twice.length)
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
  return {
    places,
    twice: scaled(twice, squares.twice),
    once: scaled(once, squares.once),
    names: scaled(names, squares.names),
    sentences,
    sentenceCount: draft.sentences.length,
  }
}

/** Compares the story with these terms, as packedTerms wrote them, with the draft. */
export function comparedWith(draft: PreparedDraft, packed: Uint8Array, rarity: Rarity): Compared {
  const sums = { twice: 0, once: 0, names: 0, headline: rarity.mean }
  const squares = { twice: 0, once: 0, names: 0 }
  const terms: number[] = []
  const weights: number[] = []
  const inSentences = new Float64Array(draft.sentenceCount)
  let words = 0
  eachTerm(packed, (entry) => {
    if (!entry.isPair) words += entry.body
    const rare = rarity.of(entry.term)
    const place = rare > 0 || entry.headline > 0 ? draft.places.get(entry.term) : undefined
    if (entry.headline > 0) {
      const full = rarity.inHeadline(entry.term)
      sums.headline += full
      if (place !== undefined) {
        for (const at of draft.sentences[place] ?? []) inSentences[at] = (inSentences[at] ?? 0) + full
      }
    }
    if (rare === 0) return
    const named = Math.sqrt(entry.isPair ? entry.body : entry.capitals) * rare
    squares.names += named * named
    if (place !== undefined) sums.names += named * (draft.names[place] ?? 0)
    if (entry.isPair) return
    const root = Math.sqrt(comparedWeight(entry))
    const twice = root * rare
    squares.twice += twice * twice
    squares.once += root * root * rare
    terms.push(entry.term)
    weights.push(twice)
    if (place === undefined) return
    sums.twice += twice * (draft.twice[place] ?? 0)
    sums.once += root * Math.sqrt(rare) * (draft.once[place] ?? 0)
  })
  const length = Math.sqrt(squares.twice) || 1
  return {
    words,
    cosine: sums.twice / length,
    plainCosine: sums.once / (Math.sqrt(squares.once) || 1),
    names: sums.names / (Math.sqrt(squares.names) || 1),
    inSentence: inSentences.reduce((best, sum) => Math.max(best, sum), 0) / (sums.headline || 1),
    terms: Int32Array.from(terms),
    weights: Float32Array.from(weights, (weight) => weight / length),
  }
}
