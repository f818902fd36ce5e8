import { handScore, NO_LINKS, type Signals } from '@/lib/linking/related/signals'

/** How much each feature of a candidate counts, in the order of `featuresOf`. */
export type LearnedWeights = readonly number[]

/** One story that editors linked from: its candidates, and which of them they chose. */
export interface LinkExample {
  candidates: readonly (readonly number[])[]
  /** Places in `candidates`. */
  chosen: readonly number[]
}

/** Below it, a signal is as good as none: its logarithm does not fall further. */
const LEAST = 0.01

/** What is learned from: the score set by hand without links first, then the signals. */
export function featuresOf(signals: Signals, isShort: boolean): number[] {
  const log = (value: number) => Math.log(LEAST + Math.max(0, value))
  return [
    log(handScore({ ...signals, ...NO_LINKS }, isShort)),
    Math.log(1 + 3 * signals.links),
    Math.sqrt(Math.max(0, signals.links)),
    log(signals.cosine),
    log(signals.found),
    signals.inSentence,
    signals.names,
    signals.letters,
    signals.topics,
    Math.log(1 + Math.abs(signals.daysOlder) / 60),
    signals.daysOlder < 0 ? 1 : 0,
    signals.isSameColumn ? 1 : 0,
    signals.crowd,
    Math.log(1 + signals.words),
    Math.log(1 + signals.recentLinkers),
    Math.log(1 + signals.linkers),
    signals.nearestLinker,
    signals.meanLinker,
    Math.log(1 + 3 * signals.linkedToBest),
  ]
}

/** The weights by which `featuresOf` says what the hand says; learning starts from them. */
export const HAND_WEIGHTS: LearnedWeights = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.2, 0, 0, 0, 0]

const ROUNDS = 200
/** Small, because features go together: a larger step overshoots. */
const STEP = 0.03
/** How strongly weights are held to those of the hand; by example, so that few examples change little. */
const HOLD = 30

/** So many of the candidates of a story, the best by hand, are learned from and ranked: the others are nowhere near. */
export const LEARNED_FROM = 200

/** How well a candidate goes with a story by `weights`; comparable among the candidates of one story. */
export function learnedScore(features: readonly number[], weights: LearnedWeights): number {
  let sum = 0
  for (let at = 0; at < features.length; at += 1) sum += (features[at] ?? 0) * (weights[at] ?? 0)
  return sum
}

/**
 * Weights by which editors' choices are likely: multinomial logistic regression, each choice against all candidates of its
 * story, held near the weights of the hand. Always the same for the same examples.
 */
export function learnedWeights(examples: readonly LinkExample[]): LearnedWeights {
  const tables = examples.filter(({ chosen }) => chosen.length > 0).map(tableOf)
  const scales = scalesOf(tables)
  const weights = Float64Array.from(HAND_WEIGHTS)
  const moved = new Float64Array(weights.length)
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = weights.map((weight, at) => HOLD * ((HAND_WEIGHTS[at] ?? 0) - weight) * (scales[at] ?? 1) ** 2)
    for (const table of tables) addSlope(table, weights, slope)
    for (let at = 0; at < weights.length; at += 1) {
      // Each weight moves in the unit of its feature, so that rare and frequent ones are learned alike.
      const step = (STEP * (slope[at] ?? 0)) / ((tables.length + HOLD) * (scales[at] ?? 1) ** 2)
      moved[at] = 0.9 * (moved[at] ?? 0) + step
      weights[at] = (weights[at] ?? 0) + (moved[at] ?? 0)
    }
  }
  return [...weights]
}

/** An example as rows of numbers, one after the other; `wanted` adds up to 1. */
interface Table {
  rows: number
  features: Float64Array
  wanted: Float64Array
}

function tableOf({ candidates, chosen }: LinkExample): Table {
  const wanted = new Float64Array(candidates.length)
  for (const place of chosen) wanted[place] = 1 / chosen.length
  return { rows: candidates.length, features: Float64Array.from(candidates.flat()), wanted }
}

function addSlope({ rows, features, wanted }: Table, weights: Float64Array, slope: Float64Array): void {
  const width = weights.length
  const shares = new Float64Array(rows)
  let highest = Number.NEGATIVE_INFINITY
  for (let row = 0; row < rows; row += 1) {
    let score = 0
    for (let at = 0; at < width; at += 1) score += (features[row * width + at] ?? 0) * (weights[at] ?? 0)
    shares[row] = score
    if (score > highest) highest = score
  }
  let total = 0
  for (let row = 0; row < rows; row += 1) {
    const share = Math.exp((shares[row] ?? 0) - highest)
    shares[row] = share
    total += share
  }
  for (let row = 0; row < rows; row += 1) {
    const difference = (wanted[row] ?? 0) - (shares[row] ?? 0) / total
    for (let at = 0; at < width; at += 1) {
      slope[at] = (slope[at] ?? 0) + difference * (features[row * width + at] ?? 0)
    }
  }
}

/** How much each feature differs between the candidates of a story, on average. */
function scalesOf(tables: readonly Table[]): number[] {
  const width = HAND_WEIGHTS.length
  const squares = HAND_WEIGHTS.map(() => 0)
  let count = 0
  for (const { rows, features } of tables) {
    count += rows
    for (let at = 0; at < width; at += 1) {
      let sum = 0
      for (let row = 0; row < rows; row += 1) sum += features[row * width + at] ?? 0
      const mean = sum / rows
      for (let row = 0; row < rows; row += 1) {
        squares[at] = (squares[at] ?? 0) + ((features[row * width + at] ?? 0) - mean) ** 2
      }
    }
  }
  return squares.map((sum) => Math.max(0.05, Math.sqrt(sum / Math.max(1, count))))
}
