import { DenseVector, type TermWeights } from '@/lib/linking/related/dense-vector'

/** How many neighbours make a crowd. */
const NEIGHBOURS = 20

/**
 * For each of the first `looked` stories, the mean cosine of its nearest neighbours among all of `stories`. A story that is
 * near to everything is near to a draft for no reason of its own (Conneau et al., "Word translation without parallel data",
 * 2018, call the correction CSLS).
 */
export function crowds(stories: readonly TermWeights[], looked: number): number[] {
  const dense = DenseVector.for(stories)
  const nearest = new Float32Array(stories.length)
  return stories.slice(0, looked).map((story, place) => {
    dense.with(story, () => {
      for (const [at, other] of stories.entries()) nearest[at] = at === place ? 0 : dense.cosine(other)
    })
    let sum = 0
    for (const cosine of Float32Array.from(nearest).sort().subarray(-NEIGHBOURS)) sum += cosine
    return sum / NEIGHBOURS
  })
}
