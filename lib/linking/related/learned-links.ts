import {
  HAND_WEIGHTS,
  type LearnedWeights,
  type LinkExample,
  learnedScore,
  learnedWeights,
} from '@/lib/linking/related/learned'
import { ndcg } from '@/lib/linking/related/ndcg'

/** What was learned from the links of a paper. */
export interface LearnedLinks {
  /** null where the weights set by hand find the editors' choices as well, or there are too few examples. */
  weights: LearnedWeights | null
  /** Stories with links that were learned from. */
  examples: number
  /** How well the weights set by hand, and the learned ones, rank what editors chose: mean nDCG@5, from 0 to 1. */
  byHand: number
  learned: number
}

/** With fewer stories that link, learned weights are as likely to be worse as better than those of the hand. */
export const LEAST_EXAMPLES = 80
const FOLDS = 5

/**
 * Learns from `examples`, whose candidates come in the order of the hand. Every example is ranked by weights that were
 * learned without it; only where that is better than the order of the hand is something learned at all.
 */
export function learnedLinks(examples: readonly LinkExample[]): LearnedLinks {
  const used = examples.filter(({ chosen }) => chosen.length > 0)
  if (used.length < LEAST_EXAMPLES) return { weights: null, examples: used.length, byHand: 0, learned: 0 }
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    learnedWeights(used.filter((_one, at) => at % FOLDS !== fold)),
  )
  let [byHand, learned] = [0, 0]
  for (const [at, { candidates, chosen }] of used.entries()) {
    const scores = candidates.map((features) => learnedScore(features, folds[at % FOLDS] ?? HAND_WEIGHTS))
    const order = candidates.map((_, place) => place).sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0))
    const right = new Set(chosen)
    byHand += ndcg([...candidates.keys()], right, 5) / used.length
    learned += ndcg(order, right, 5) / used.length
  }
  return { weights: learned > byHand ? learnedWeights(used) : null, examples: used.length, byHand, learned }
}
