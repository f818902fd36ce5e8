import { handScore, type Signals } from '@/lib/linking/related/signals'

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

/** What is learned from: the score set by hand first, then the signals. */
export function featuresOf(signals: Signals, isShort: boolean): number[] {
  const log = (value: number) => Math.log(LEAST + Math.max(0, value))
  return [
    log(handScore({ ...signals, links: 0 }, isShort)),
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
    signals.crowd,
  ]
}

/** The weights by which `featuresOf` says what the hand says; learning starts from them. */
export const HAND_WEIGHTS: LearnedWeights = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]

const ROUNDS = 200
/** Small, because features go together: a larger step overshoots. */
const STEP = 0.03
/** How strongly weights are held to those of the hand; by example, so that few examples change little. */
const HOLD = 3

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
  const used = examples.filter(({ chosen }) => chosen.length > 0)
  const scales = scalesOf(used)
  const weights = [...HAND_WEIGHTS]
  const moved = weights.map(() => 0)
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = weights.map((weight, at) => HOLD * ((HAND_WEIGHTS[at] ?? 0) - weight) * (scales[at] ?? 1) ** 2)
    for (const example of used) addSlope(example, weights, slope)
    for (const [at, value] of slope.entries()) {
      // Each weight moves in the unit of its feature, so that rare and frequent ones are learned alike.
      const step = (STEP * value) / ((used.length + HOLD) * (scales[at] ?? 1) ** 2)
      moved[at] = 0.9 * (moved[at] ?? 0) + step
      weights[at] = (weights[at] ?? 0) + (moved[at] ?? 0)
    }
  }
  return weights
}

function addSlope({ candidates, chosen }: LinkExample, weights: LearnedWeights, slope: number[]): void {
  const scores = candidates.map((features) => learnedScore(features, weights))
  const highest = Math.max(...scores)
  const shares = scores.map((score) => Math.exp(score - highest))
  const total = shares.reduce((sum, share) => sum + share, 0)
  const isChosen = new Set(chosen)
  for (const [place, features] of candidates.entries()) {
    const difference = (isChosen.has(place) ? 1 / chosen.length : 0) - (shares[place] ?? 0) / total
    for (let at = 0; at < features.length; at += 1) slope[at] = (slope[at] ?? 0) + difference * (features[at] ?? 0)
  }
}

/** How much each feature differs between the candidates of a story, on average. */
function scalesOf(examples: readonly LinkExample[]): number[] {
  const squares = HAND_WEIGHTS.map(() => 0)
  let count = 0
  for (const { candidates } of examples) {
    const means = HAND_WEIGHTS.map(
      (_, at) => candidates.reduce((sum, row) => sum + (row[at] ?? 0), 0) / candidates.length,
    )
    for (const row of candidates) {
      count += 1
      for (const [at, mean] of means.entries()) squares[at] = (squares[at] ?? 0) + ((row[at] ?? 0) - mean) ** 2
    }
  }
  return squares.map((sum) => Math.max(0.05, Math.sqrt(sum / Math.max(1, count))))
}
