import { ndcg } from '@/lib/linking/related/ndcg'
import { SeededRandom } from '@/server/chaos/seeded-random'

/** How good one list is, or a hundred are on average. */
export interface Quality {
  hit1: number
  hit5: number
  /** Precision of the first five. */
  p5: number
  /** Reciprocal rank of the first right one, 0 below the hundredth place. */
  mrr: number
  ndcg5: number
  ndcg10: number
}

const NAMES = ['hit1', 'hit5', 'p5', 'mrr', 'ndcg5', 'ndcg10'] as const satisfies (keyof Quality)[]

/** How good the list `ranked` is when `right` are the right answers; each is as right as the others. */
export function qualityOf(ranked: readonly number[], right: ReadonlySet<number>): Quality {
  const first = ranked.findIndex((id) => right.has(id))
  const among = (count: number) => ranked.slice(0, count).filter((id) => right.has(id)).length
  return {
    hit1: among(1),
    hit5: among(5) > 0 ? 1 : 0,
    p5: among(5) / 5,
    mrr: first >= 0 && first < 100 ? 1 / (first + 1) : 0,
    ndcg5: ndcg(ranked, right, 5),
    ndcg10: ndcg(ranked, right, 10),
  }
}

/** The mean of each figure. */
export function meanQuality(all: readonly Quality[]): Quality {
  const mean = (name: keyof Quality) => all.reduce((sum, one) => sum + one[name], 0) / Math.max(1, all.length)
  const [hit1, hit5, p5, mrr, ndcg5, ndcg10] = NAMES.map(mean)
  return { hit1: hit1 ?? 0, hit5: hit5 ?? 0, p5: p5 ?? 0, mrr: mrr ?? 0, ndcg5: ndcg5 ?? 0, ndcg10: ndcg10 ?? 0 }
}

const SAMPLES = 2000

/** The 95 % interval of the mean of `values`, by bootstrap over the queries with a fixed seed. */
export function interval(values: readonly number[]): [number, number] {
  const random = new SeededRandom(1)
  const means: number[] = []
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    let sum = 0
    for (let at = 0; at < values.length; at += 1) sum += values[Math.floor(random.next() * values.length)] ?? 0
    means.push(sum / Math.max(1, values.length))
  }
  means.sort((one, other) => one - other)
  return [means[Math.floor(SAMPLES * 0.025)] ?? 0, means[Math.floor(SAMPLES * 0.975)] ?? 0]
}
