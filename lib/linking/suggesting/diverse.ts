import { DenseVector, type TermWeights } from '@/lib/linking/related/dense-vector'

/** A story that may be suggested: its score, and its words as a vector of length 1. */
interface Rated extends TermWeights {
  id: number
  score: number
}

/** Two stories that are nearer than this are one text: wire copy, or a story and its rewrite. */
const SAME_TEXT = 0.6
/** How much of a story's score one that says the same as an earlier suggestion loses. */
const REPEATED = 0.5

/**
 * The `most` best of `stories`, which come the best first, as a list that is worth reading: of near-duplicates only the
 * best one, and what resembles a story above it is set back by that. Stories of `first` keep their place before all others.
 */
export function diverse<T extends Rated>(
  stories: readonly T[],
  { most, first }: { most: number; first: ReadonlySet<number> },
): T[] {
  const left = new Set(stories)
  const nearest = new Map<T, number>(stories.map((story) => [story, 0]))
  const dense = DenseVector.for(stories)
  const chosen: T[] = []
  while (chosen.length < most && left.size > 0) {
    let best: T | null = null
    let bestValue = -1
    for (const story of left) {
      const value = story.score * (1 - REPEATED * (nearest.get(story) ?? 0)) + (first.has(story.id) ? 1e6 : 0)
      if (value > bestValue) [best, bestValue] = [story, value]
    }
    if (!best) break
    left.delete(best)
    chosen.push(best)
    dense.with(best, () => {
      for (const story of left) {
        const near = dense.cosine(story)
        if (near >= SAME_TEXT && !first.has(story.id)) left.delete(story)
        else if (near > (nearest.get(story) ?? 0)) nearest.set(story, near)
      }
    })
  }
  return chosen
}
