import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedPostings, packedPostings, postingsIn, STORIES_IN_BLOCK } from '@/lib/linking/related/postings'
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

  it(
    'changes stories of a list as if it were written anew',
    () => {
      const place = fc.integer({ min: 0, max: 60 })
      const stories = (least: number) =>
        fc.uniqueArray(fc.record({ story: place, weight: fc.integer({ min: least, max: 400 }) }), {
          selector: ({ story }) => story,
          maxLength: 20,
        })
      fc.assert(
        fc.property(stories(1), stories(0), fc.nat(3), (before, changes, block) => {
          const within = (ones: typeof before) =>
            ones
              .map(({ story, weight }) => ({ story: block * STORIES_IN_BLOCK + story * 130, weight }))
              .sort((one, other) => one.story - other.story)
          const after = new Map([...within(before), ...within(changes)].map(({ story, weight }) => [story, weight]))
          const expected = [...after].flatMap(([story, weight]) => (weight > 0 ? [{ story, weight }] : []))
          const changed = changedPostings(packedPostings(within(before)), within(changes).reverse(), block)
          expect(changed).toEqual(packedPostings(expected.sort((one, other) => one.story - other.story)))
        }),
        { numRuns: propertyRuns(500) },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it('takes stems where words have spaces between them, and two letters side by side where they have none', () => {
    expect(termsIn('Ferries sailed', 'en').map(({ term }) => term)).toEqual(['ferry', 'sail'])
    expect(termsIn('北京港', 'zh').map(({ term }) => term)).toEqual(['北京', '京港'])
  })
})
