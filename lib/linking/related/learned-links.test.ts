import { describe, expect, it } from 'vitest'
import { HAND_WEIGHTS, type LinkExample } from '@/lib/linking/related/learned'
import { LEAST_EXAMPLES, learnedLinks } from '@/lib/linking/related/learned-links'

/** Places of featuresOf. */
const [HAND, WORDS] = [0, 13]
const CANDIDATES = 12

/** Stories with candidates in the order of the hand; the length of each is another one, and says nothing to the hand. */
function examples(count: number, chosen: (lengths: number[]) => number[]): LinkExample[] {
  return Array.from({ length: count }, (_, story) => {
    const lengths = Array.from({ length: CANDIDATES }, (_place, place) => ((story * 7 + place * 5) % CANDIDATES) / 4)
    const candidates = lengths.map((length, place) => {
      const features = HAND_WEIGHTS.map(() => 0)
      features[HAND] = 1 - place / CANDIDATES
      features[WORDS] = length
      return features
    })
    return { candidates, chosen: chosen(lengths) }
  })
}

const longest = (lengths: number[]) => [lengths.indexOf(Math.max(...lengths))]

describe('the weights of a paper', () => {
  it('follow what its editors prefer', () => {
    const { weights, examples: used, byHand, learned } = learnedLinks(examples(120, longest))
    expect(used).toBe(120)
    expect(weights?.[WORDS]).toBeGreaterThan(1)
    expect(learned).toBeGreaterThan(byHand + 0.2)
  })

  it('are those of the hand where editors choose as the hand does', () => {
    const found = learnedLinks(examples(120, () => [0]))
    expect(found).toMatchObject({ weights: null, examples: 120 })
    expect(found.byHand).toBeCloseTo(1)
    expect(found.learned).toBeCloseTo(1)
  })

  it('are those of the hand while few stories link; those without a link that was among the candidates do not count', () => {
    expect(learnedLinks(examples(LEAST_EXAMPLES - 1, longest)).weights).toBeNull()
    const half = examples(2 * LEAST_EXAMPLES - 2, longest).map((one, at) => (at % 2 ? { ...one, chosen: [] } : one))
    expect(learnedLinks(half)).toMatchObject({ weights: null, examples: LEAST_EXAMPLES - 1 })
    expect(learnedLinks(examples(LEAST_EXAMPLES, longest)).weights).not.toBeNull()
  })

  it('are the same for the same links', () => {
    expect(learnedLinks(examples(90, longest))).toEqual(learnedLinks(examples(90, longest)))
  })
})
