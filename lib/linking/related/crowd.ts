import type { Compared } from '@/lib/linking/related/comparison'

/** A story as a vector of length 1. */
type Vector = Pick<Compared, 'terms' | 'weights'>

/** How many neighbours make a crowd. */
const NEIGHBOURS = 20

/**
 * For each of the first `looked` stories, the mean cosine of its nearest neighbours among all of `stories`. A story that is
 * near to everything is near to a draft for no reason of its own (Conneau et al., "Word translation without parallel data",
 * 2018, call the correction CSLS).
 */
export function crowds(stories: readonly Vector[], looked: number): number[] {
  const highest = stories.reduce((most, { terms }) => Math.max(most, terms[terms.length - 1] ?? 0), 0)
  const dense = new Float32Array(highest + 1)
  const nearest = new Float32Array(stories.length)
  return stories.slice(0, looked).map((story, place) => {
    scatter(story, dense)
    for (let at = 0; at < stories.length; at += 1) nearest[at] = at === place ? 0 : product(dense, stories[at])
    for (const term of story.terms) dense[term] = 0
    let sum = 0
    for (const cosine of Float32Array.from(nearest).sort().subarray(-NEIGHBOURS)) sum += cosine
    return sum / NEIGHBOURS
  })
}

function scatter({ terms, weights }: Vector, dense: Float32Array): void {
  for (let at = 0; at < terms.length; at += 1) dense[terms[at] ?? 0] = weights[at] ?? 0
}

function product(dense: Float32Array, other: Vector | undefined): number {
  if (!other) return 0
  const { terms, weights } = other
  let sum = 0
  for (let at = 0; at < terms.length; at += 1) sum += (dense[terms[at] ?? 0] ?? 0) * (weights[at] ?? 0)
  return sum
}
