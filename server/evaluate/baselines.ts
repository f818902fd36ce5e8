import { DAY_MS } from '@/lib/time/durations'
import { Bm25Index } from '@/server/evaluate/bm25-index'
import type { CorpusDocument } from '@/server/evaluate/corpus-file'

/** Ranks the other documents for the document at a place: at most a hundred, the best first, as places. */
export type Baseline = (place: number) => number[]

const LISTED = 100
const HALF_LIFE_DAYS = 180
const STRONGEST_TERMS = 100
/** Pseudo-relevance feedback as Anserini has it: ten documents, ten terms, half of the weight for the draft. */
const RM3 = { documents: 10, terms: 10, own: 0.5 }

/** What the engine is measured against, by name. */
export function baselines(
  documents: readonly CorpusDocument[],
  languages: readonly string[],
): Record<string, Baseline> {
  const parts = (weights: { headline: number; standfirst: number; body: number }, isStemmed = true) =>
    new Bm25Index(documents, languages, { weights, isStemmed })
  const headlines = parts({ headline: 1, standfirst: 0, body: 0 })
  const everything = parts({ headline: 1, standfirst: 1, body: 1 })
  const weighted = parts({ headline: 5, standfirst: 2, body: 1 })
  const unstemmed = parts({ headline: 1, standfirst: 1, body: 1 }, false)
  const fresh = (place: number, other: number, score: number) => {
    const days = ((documents[place]?.date ?? 0) - (documents[other]?.date ?? 0)) / DAY_MS
    const topics = new Set(documents[place]?.topics)
    const shared = (documents[other]?.topics ?? []).filter((topic) => topics.has(topic)).length
    const overlap = shared / Math.max(1, Math.min(topics.size, documents[other]?.topics.length ?? 0))
    return score * (0.5 + 0.5 * 0.5 ** (Math.abs(days) / HALF_LIFE_DAYS)) * (days < 0 ? 0.5 : 1) * (1 + overlap)
  }
  const best = (place: number, scores: Float64Array, adjusted = (_: number, score: number) => score) =>
    bestPlaces(place, scores, adjusted)
  return {
    'newest in same topic': (place) => newestInTopic(documents, place),
    'BM25, headline': (place) => best(place, headlines.scores(headlines.query(place))),
    'BM25, everything': (place) => best(place, everything.scores(everything.query(place))),
    'like MySQL FULLTEXT': (place) => best(place, unstemmed.fulltextScores(place)),
    'BM25, weighted and fresh': (place) =>
      best(place, weighted.scores(weighted.query(place, STRONGEST_TERMS)), (other, score) =>
        fresh(place, other, score),
      ),
    'BM25 with RM3': (place) => {
      const query = everything.query(place, STRONGEST_TERMS)
      const first = best(place, everything.scores(query))
      return best(place, everything.scores(everything.fedBack(query, first.slice(0, RM3.documents), RM3)))
    },
  }
}

function bestPlaces(place: number, scores: Float64Array, adjusted: (other: number, score: number) => number): number[] {
  const found: { other: number; score: number }[] = []
  let least = 0
  for (let other = 0; other < scores.length; other += 1) {
    const score = scores[other] ?? 0
    if (score <= 0 || other === place) continue
    const value = adjusted(other, score)
    if (value <= least) continue
    found.push({ other, score: value })
    if (found.length < 10 * LISTED) continue
    sortFound(found)
    found.length = LISTED
    least = found[LISTED - 1]?.score ?? 0
  }
  return sortFound(found)
    .slice(0, LISTED)
    .map(({ other }) => other)
}

function sortFound(found: { other: number; score: number }[]) {
  return found.sort((one, other) => other.score - one.score || one.other - other.other)
}

/** By topics, or where a document has none by section: the newest that are not newer first, then those that are. */
function newestInTopic(documents: readonly CorpusDocument[], place: number): number[] {
  const own = documents[place]
  if (!own) return []
  const topics = new Set(own.topics)
  const isLike = ({ topics: others, section }: CorpusDocument) =>
    topics.size > 0 ? others.some((topic) => topics.has(topic)) : section === own.section
  const like = documents.flatMap((document, other) =>
    other !== place && isLike(document) ? [{ other, date: document.date }] : [],
  )
  const older = like.filter(({ date }) => date <= own.date)
  const newer = like.filter(({ date }) => date > own.date)
  const byDate = (one: { other: number; date: number }, next: { other: number; date: number }) =>
    next.date - one.date || one.other - next.other
  return [...older.sort(byDate), ...newer.sort((one, next) => byDate(next, one))]
    .slice(0, LISTED)
    .map(({ other }) => other)
}
