import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packedPostings, postingsIn, STORIES_IN_BLOCK } from '@/lib/linking/related/postings'
import { termsIn } from '@/lib/linking/related/story-terms'
import { eachTerm, type NumberedTerm, packedTerms } from '@/lib/linking/related/term-vector'
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '@/lib/testing/property-runs'

const count = fc.integer({ min: 0, max: 300 })
const word = fc.record({
  term: fc.integer({ min: 1, max: 2_000_000 }),
  isPair: fc.boolean(),
  headline: count,
  standfirst: count,
  body: count,
  capitals: count,
})

describe('the index of related stories', () => {
  it(
    'gives back the terms of a story as they were packed',
    () => {
      fc.assert(
        fc.property(fc.uniqueArray(word, { selector: ({ term }) => term, maxLength: 60 }), (terms) => {
          const unpacked: NumberedTerm[] = []
          eachTerm(packedTerms(terms), (entry) => unpacked.push({ ...entry }))
          expect(unpacked).toEqual([...terms].sort((one, other) => one.term - other.term))
        }),
        { numRuns: propertyRuns() },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it(
    'gives back the stories of a term as they were packed',
    () => {
      const story = fc.record({
        story: fc.integer({ min: 0, max: STORIES_IN_BLOCK - 1 }),
        weight: fc.integer({ min: 1, max: 5000 }),
      })
      fc.assert(
        fc.property(fc.uniqueArray(story, { selector: (one) => one.story }), fc.nat(20), (stories, block) => {
          const postings = stories
            .map((one) => ({ ...one, story: block * STORIES_IN_BLOCK + one.story }))
            .sort((one, other) => one.story - other.story)
          expect(postingsIn(packedPostings(postings), block)).toEqual(postings)
        }),
        { numRuns: propertyRuns() },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it('takes stems where words have spaces between them, and two letters side by side where they have none', () => {
    expect(termsIn('Ferries sailed', 'en').map(({ term }) => term)).toEqual(['ferry', 'sail'])
    expect(termsIn('北京港', 'zh').map(({ term }) => term)).toEqual(['北京', '京港'])
  })
})
