import { performance } from 'node:perf_hooks'
import { relatedSignals } from '@/db/linking/related-signals'
import { featuresOf, LEARNED_FROM, type LinkExample, learnedScore, learnedWeights } from '@/lib/linking/related/learned'
import { percentile } from '@/server/bench/percentile'
import { SeededRandom } from '@/server/chaos/seeded-random'
import { baselines } from '@/server/evaluate/baselines'
import { readCorpus } from '@/server/evaluate/corpus-file'
import { type LoadedCorpus, loadCorpus } from '@/server/evaluate/loaded-corpus'
import { interval, meanQuality, type Quality, qualityOf } from '@/server/evaluate/metrics'
import { type TimelineQuality, timelineQuality } from '@/server/evaluate/timeline-quality'

/** What one way of ranking reached, with its 95 % intervals. */
export interface Reached extends Quality {
  interval: Record<'hit5' | 'ndcg5', [number, number]>
  /** In ms, of one suggestion; absent for baselines. */
  msP50?: number
  msP95?: number
}

export interface Evaluation {
  corpus: string
  documents: number
  /** How many documents with related ones were asked for, of how many. */
  queries: number
  queriesInCorpus: number
  engine: Reached
  cold: Reached
  learned: Reached & { trained: string }
  baselines: Record<string, Reached>
  bestBaseline: string
  /** nDCG@5 of the engine less that of the best baseline, query by query, and its 95 % interval. */
  difference: Record<'engine' | 'cold' | 'learned', { ndcg5: number; interval: [number, number] }>
  indexBytes: number
  textBytes: number
  /** null for a large corpus, and where no timeline is found. */
  timelines: TimelineQuality | null
}

/** Of more queries a part is asked, chosen with a fixed seed; of a large corpus fewer, so that a run ends. */
const MAX_QUERIES = 2500
const LEAST_QUERIES = 300
const DOCUMENTS_TIMES_QUERIES = 30_000_000
const FOLDS = 5
const LISTED = 100

/** Evaluates the engine and the baselines on the corpus in `file`, in a temporary store. */
export async function evaluateCorpus(file: string, report: (line: string) => void): Promise<Evaluation> {
  const documents = readCorpus(file, report)
  const asked = documents.flatMap(({ related }, place) => (related.length ? [place] : []))
  if (!asked.length) throw new Error(`${file}: no document has related ones, so nothing can be measured`)
  const most = Math.max(LEAST_QUERIES, Math.min(MAX_QUERIES, Math.floor(DOCUMENTS_TIMES_QUERIES / documents.length)))
  const queries = sampled(asked, most)
  if (queries.length < asked.length) {
    report(`${queries.length} of ${asked.length} queries are asked, chosen with the seed 1`)
  }
  report(`${documents.length} documents are loaded`)
  const corpus = await loadCorpus(documents, report)
  try {
    const right = queries.map((place) => new Set(documents[place]?.related))
    report(`${queries.length} queries: the engine, without links`)
    const cold = await ranked(corpus, queries, false)
    report('the engine, knowing earlier links')
    const engine = await ranked(corpus, queries, true)
    report(`learned weights, across ${FOLDS} folds`)
    const learned = acrossFolds(engine, right)
    const reach = (lists: readonly (readonly number[])[]) =>
      lists.map((list, at) => qualityOf(list, right[at] ?? new Set()))
    const named = Object.entries(baselines(documents, corpus.languages)).map(([name, rank]) => {
      report(`baseline: ${name}`)
      return [name, reach(queries.map(rank))] as const
    })
    const means = named.map(([name, all]) => ({ name, all, ndcg5: meanQuality(all).ndcg5 }))
    const best = means.reduce((one, other) => (other.ndcg5 > one.ndcg5 ? other : one))
    const all = {
      engine: reach(engine.map(({ list }) => list)),
      cold: reach(cold.map(({ list }) => list)),
      learned: reach(learned),
    }
    const against = (ones: readonly Quality[]) => {
      const differences = ones.map(({ ndcg5 }, at) => ndcg5 - (best.all[at]?.ndcg5 ?? 0))
      return { ndcg5: meanOf(differences), interval: interval(differences) }
    }
    report('timelines')
    const timelines = await timelineQuality(corpus)
    return {
      timelines,
      corpus: file,
      documents: documents.length,
      queries: queries.length,
      queriesInCorpus: asked.length,
      engine: { ...reached(all.engine), ...times(engine) },
      cold: { ...reached(all.cold), ...times(cold) },
      learned: { ...reached(all.learned), ...times(engine), trained: `across ${FOLDS} folds of the queries` },
      baselines: Object.fromEntries(named.map(([name, qualities]) => [name, reached(qualities)])),
      bestBaseline: best.name,
      difference: { engine: against(all.engine), cold: against(all.cold), learned: against(all.learned) },
      indexBytes: corpus.indexBytes,
      textBytes: corpus.textBytes,
    }
  } finally {
    await corpus.close()
  }
}

interface RankedQuery {
  /** Places of the corpus, the best first. */
  list: number[]
  candidates: { place: number; features: number[] }[]
  ms: number
}

async function ranked(corpus: LoadedCorpus, queries: readonly number[], knowsLinks: boolean): Promise<RankedQuery[]> {
  const { db, documents, languages, topicIds } = corpus
  const now = new Date(documents.reduce((latest, { date }) => Math.max(latest, date), 0) + 1)
  const results: RankedQuery[] = []
  for (const place of queries) {
    const document = documents[place]
    if (!document) continue
    const { headline, standfirst, body, date } = document
    const from = performance.now()
    const { candidates, draft } = await relatedSignals(db, {
      story: { headline, standfirst, body, language: languages[place] ?? 'en' },
      id: place + 1,
      topicIds: topicIds[place] ?? [],
      at: new Date(date),
      now,
      knowsLinks,
    })
    const ms = performance.now() - from
    results.push({
      ms,
      list: candidates.slice(0, LISTED).map(({ id }) => id - 1),
      candidates: candidates.slice(0, LEARNED_FROM).map(({ id, signals }) => ({
        place: id - 1,
        features: featuresOf(signals, draft.isShort),
      })),
    })
  }
  return results
}

/** The lists by weights that were learned from the other folds. */
function acrossFolds(queries: readonly RankedQuery[], right: readonly ReadonlySet<number>[]): number[][] {
  const examples = queries.map(
    ({ candidates }, at): LinkExample => ({
      candidates: candidates.map(({ features }) => features),
      chosen: candidates.flatMap(({ place }, order) => (right[at]?.has(place) ? [order] : [])),
    }),
  )
  const weights = Array.from({ length: FOLDS }, (_, fold) =>
    learnedWeights(examples.filter((_example, at) => at % FOLDS !== fold)),
  )
  return queries.map(({ candidates }, at) => {
    const scored = candidates.map(({ place, features }) => ({
      place,
      score: learnedScore(features, weights[at % FOLDS] ?? []),
    }))
    return scored.sort((one, other) => other.score - one.score).map(({ place }) => place)
  })
}

function sampled(places: readonly number[], most: number): number[] {
  if (places.length <= most) return [...places]
  const random = new SeededRandom(1)
  const order = places.map((place) => ({ place, key: random.next() })).sort((one, other) => one.key - other.key)
  return order.slice(0, most).map(({ place }) => place)
}

function reached(all: readonly Quality[]): Reached {
  return {
    ...meanQuality(all),
    interval: { hit5: interval(all.map(({ hit5 }) => hit5)), ndcg5: interval(all.map(({ ndcg5 }) => ndcg5)) },
  }
}

function times(queries: readonly RankedQuery[]): { msP50: number; msP95: number } {
  const all = queries.map(({ ms }) => ms)
  return { msP50: percentile(all, 0.5), msP95: percentile(all, 0.95) }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
