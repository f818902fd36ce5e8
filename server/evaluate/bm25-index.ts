import { termsIn } from '@/lib/linking/related/story-terms'
import { wordsIn } from '@/lib/search/words'
import type { CorpusDocument } from '@/server/evaluate/corpus-file'

/** A term of a query and its weight. */
type Query = Map<string, number>

interface Parts {
  weights: { headline: number; standfirst: number; body: number }
  isStemmed: boolean
}

const [K1, B] = [1.2, 0.75]
const COMMON_SHARE = 0.2
/** MySQL leaves shorter words out (innodb_ft_min_token_size). */
const MIN_FULLTEXT_LENGTH = 3

/** A plain index in memory, for the baselines. */
export class Bm25Index {
  readonly #lists = new Map<string, { places: number[]; counts: number[] }>()
  readonly #bags: Query[]
  readonly #lengths: number[]
  readonly #meanLength: number

  constructor(documents: readonly CorpusDocument[], languages: readonly string[], { weights, isStemmed }: Parts) {
    this.#bags = documents.map((document, place) => {
      const bag: Query = new Map()
      for (const part of ['headline', 'standfirst', 'body'] as const) {
        if (weights[part] === 0) continue
        const terms = isStemmed
          ? termsIn(document[part], languages[place] ?? 'en').map(({ term }) => term)
          : wordsIn(document[part]).map(({ word }) => word)
        for (const term of terms) bag.set(term, (bag.get(term) ?? 0) + weights[part])
      }
      return bag
    })
    this.#lengths = this.#bags.map((bag) => [...bag.values()].reduce((sum, count) => sum + count, 0))
    this.#meanLength = this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length) || 1
    for (const [place, bag] of this.#bags.entries()) {
      for (const [term, count] of bag) {
        const list = this.#lists.get(term) ?? { places: [], counts: [] }
        if (list.places.length === 0) this.#lists.set(term, list)
        list.places.push(place)
        list.counts.push(count)
      }
    }
  }

  /** The document as a query: all its terms, or its `strongest` by count and rarity without those of every fifth document. */
  query(place: number, strongest?: number): Query {
    const bag = [...(this.#bags[place] ?? [])]
    if (strongest === undefined) return new Map(bag)
    return new Map(
      bag
        .filter(
          ([term]) => (this.#lists.get(term)?.places.length ?? 0) <= Math.max(10, COMMON_SHARE * this.#bags.length),
        )
        .map(([term, count]) => [term, count * this.#idf(term)] as const)
        .sort((one, other) => other[1] - one[1])
        .slice(0, strongest),
    )
  }

  /** BM25 of every document. */
  scores(query: Query): Float64Array {
    const scores = new Float64Array(this.#bags.length)
    for (const [term, weight] of query) {
      const list = this.#lists.get(term)
      if (!list) continue
      const worth = weight * this.#idf(term)
      for (let at = 0; at < list.places.length; at += 1) {
        const [place = 0, count = 0] = [list.places[at], list.counts[at]]
        const norm = K1 * (1 - B + (B * (this.#lengths[place] ?? 0)) / this.#meanLength)
        scores[place] = (scores[place] ?? 0) + (worth * count * (K1 + 1)) / (count + norm)
      }
    }
    return scores
  }

  /** InnoDB's ranking of a natural language search with the whole text: count x idf², idf by base ten, without lengths. */
  fulltextScores(place: number): Float64Array {
    const scores = new Float64Array(this.#bags.length)
    for (const term of (this.#bags[place] ?? new Map<string, number>()).keys()) {
      const list = this.#lists.get(term)
      if (!list || term.length < MIN_FULLTEXT_LENGTH) continue
      const idf = Math.log10(this.#bags.length / list.places.length)
      for (let at = 0; at < list.places.length; at += 1) {
        const other = list.places[at] ?? 0
        scores[other] = (scores[other] ?? 0) + (list.counts[at] ?? 0) * idf * idf
      }
    }
    return scores
  }

  /** `query` with the terms that the documents at `first` have most of (RM3): each side sums to its share of 1. */
  fedBack(query: Query, first: readonly number[], { terms, own }: { terms: number; own: number }): Query {
    const model: Query = new Map()
    for (const place of first) {
      for (const [term, count] of this.#bags[place] ?? []) {
        if ((this.#lists.get(term)?.places.length ?? 0) > Math.max(10, COMMON_SHARE * this.#bags.length)) continue
        model.set(term, (model.get(term) ?? 0) + count / (this.#lengths[place] || 1))
      }
    }
    const strongest = [...model].sort((one, other) => other[1] - one[1]).slice(0, terms)
    const total = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0) || 1
    const [all, fed] = [total(query.values()), total(strongest.map(([, weight]) => weight))]
    const mixed: Query = new Map([...query].map(([term, weight]) => [term, (own * weight) / all]))
    for (const [term, weight] of strongest) mixed.set(term, (mixed.get(term) ?? 0) + ((1 - own) * weight) / fed)
    return mixed
  }

  #idf(term: string): number {
    const stories = this.#lists.get(term)?.places.length ?? 0
    return Math.log(1 + (this.#bags.length - stories + 0.5) / (stories + 0.5))
  }
}
