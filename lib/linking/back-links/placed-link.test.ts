import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Body } from '@/lib/article/body'
import { numberedBody, type UnnumberedElement } from '@/lib/copy/numbered-body'
import { linkPlace, withLink, withoutLink, wordsAbove } from '@/lib/linking/back-links/placed-link'
import { references } from '@/lib/linking/references'
import { anyBody } from '@/lib/testing/arbitrary-body'
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '@/lib/testing/property-runs'

const TARGET = 4242
const says = (words: number): UnnumberedElement => ({
  type: 'paragraph',
  text: [{ text: `${'tide '.repeat(words).trim()}.` }],
})
const list = (...articles: number[]): UnnumberedElement => ({ type: 'related-news', articles })
const place = (body: Body, isAutomatic = false) =>
  withLink(body, { target: TARGET, language: 'en', isAutomatic, newId: () => 'new' })

it('a link takes the first open slot, else the first list with room, else nothing', () => {
  const open = numberedBody([says(50), says(50), says(50), says(50)])
  expect(linkPlace(open, 'en')).toEqual({ kind: 'also-read', elementId: 'e2' })
  expect(wordsAbove(open, { kind: 'also-read', elementId: 'e2' })).toMatch(/^tide tide/)
  const listed = numberedBody([says(20), list(1, 2, 3, 4), list(5, 6)])
  expect(linkPlace(listed, 'en')).toEqual({ kind: 'related-news', elementId: 'e3' })
  expect(place(listed)?.body[2]).toEqual({ type: 'related-news', id: 'e3', articles: [5, 6, TARGET] })
  expect(linkPlace(numberedBody([says(20), list(1, 2, 3, 4)]), 'en')).toBeNull()
})

it('a story is linked once: not again in a block, nor where the words link to it', () => {
  const words: UnnumberedElement = {
    type: 'paragraph',
    text: [{ text: 'the ferry', link: { to: 'article', article: TARGET } }],
  }
  expect(place(numberedBody([words, list(1, 2)]))).toBeNull()
  expect(place(numberedBody([list(1, TARGET)]))).toBeNull()
})

it('what the site places by itself carries its mark, what an editor accepts does not', () => {
  const open = numberedBody([says(50), says(50), says(50), says(50)])
  expect(place(open, true)?.body[2]).toHaveProperty('automatic', true)
  expect(place(open)?.body[2]).not.toHaveProperty('automatic')
})

it('a list of which one story is left becomes an also-read link, and a block that leads elsewhere now stays', () => {
  const [block] = numberedBody([list(7, TARGET)])
  const placed = { target: TARGET, elementId: 'e1' }
  if (!block) throw new Error('there is no block')
  expect(withoutLink([block], placed)).toEqual([
    { type: 'also-read', id: 'e1', target: { kind: 'article', article: 7 } },
  ])
  const other: Body = [{ type: 'also-read', id: 'e1', target: { kind: 'article', article: 9 } }]
  expect(withoutLink(other, placed)).toBe(other)
  expect(withoutLink([], placed)).toEqual([])
})

it(
  'a link comes off any body without a trace, and takes nothing else with it when the rest was changed',
  () => {
    const element: fc.Arbitrary<UnnumberedElement> = fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 0, max: 80 }).map(says) },
      {
        weight: 1,
        arbitrary: fc
          .uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 })
          .map((ids) => list(...ids)),
      },
    )
    const anyStory = fc
      .tuple(fc.array(element, { maxLength: 12 }), anyBody)
      .map(([story, odd]) => numberedBody([...story, ...odd.map(({ id: _, ...rest }) => rest)]))
    fc.assert(
      fc.property(anyStory, fc.nat(), (body, at) => {
        const before = JSON.stringify(body)
        const added = place(body)
        expect(JSON.stringify(body)).toBe(before)
        if (!added) return
        expect(references(added.body).filter(({ article }) => article === TARGET)).toHaveLength(1)
        expect(JSON.stringify(withoutLink(added.body, added.placed))).toBe(before)
        // Somebody takes out another element meanwhile.
        const others = body.filter(({ id }) => id !== added.placed.elementId)
        const gone = others[at % Math.max(1, others.length)]
        const edited = added.body.filter((one) => one.id !== gone?.id)
        expect(withoutLink(edited, added.placed)).toEqual(body.filter((one) => one.id !== gone?.id))
      }),
      { numRuns: propertyRuns() },
    )
  },
  PROPERTY_TIMEOUT_MS,
)
