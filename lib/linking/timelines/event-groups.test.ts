import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type DatedStory,
  EVENT_DAYS,
  eventGroups,
  LEAST_STORIES,
  type StoryPair,
} from '@/lib/linking/timelines/event-groups'
import { eventLikeness } from '@/lib/linking/timelines/event-likeness'
import { propertyRuns } from '@/lib/testing/property-runs'

const DAY = 86_400_000
const stories = (...days: number[]): DatedStory[] => days.map((day, place) => ({ id: place + 1, at: day * DAY }))
const pair = (one: number, other: number, likeness: number): StoryPair => ({ one, other, likeness })
const all = (ids: number[], likeness: number): StoryPair[] =>
  ids.flatMap((one, place) => ids.slice(place + 1).map((other) => pair(one, other, likeness)))

it('three stories that are all alike are one group, and two are none', () => {
  expect(eventGroups(stories(0, 1, 2), { pairs: all([1, 2, 3], 0.5) })).toEqual([[1, 2, 3]])
  expect(eventGroups(stories(0, 1), { pairs: all([1, 2], 0.9) })).toEqual([])
})

it('a chain in which each story is like the next one alone is no event', () => {
  const chain = [pair(1, 2, 0.5), pair(2, 3, 0.5), pair(3, 4, 0.5), pair(4, 5, 0.5)]
  expect(eventGroups(stories(0, 1, 2, 3, 4), { pairs: chain })).toEqual([])
})

it('two events with one story that is like both stay two', () => {
  const pairs = [...all([1, 2, 3], 0.6), ...all([4, 5, 6], 0.6), pair(3, 4, 0.4)]
  expect(eventGroups(stories(0, 0, 0, 1, 1, 1), { pairs })).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ])
})

it('a story that goes on for longer than two of it resemble each other is one event', () => {
  const days = [0, 7, 14, 21, 28, 35]
  const near = all([1, 2, 3, 4, 5, 6], 0.5).filter(
    ({ one, other }) => (days[other - 1] ?? 0) - (days[one - 1] ?? 0) <= EVENT_DAYS,
  )
  expect(eventGroups(stories(...days), { pairs: near })).toEqual([[1, 2, 3, 4, 5, 6]])
})

it('stories that were refused together never stand in one group, however alike they are', () => {
  const refused = new Set([1, 2, 3])
  const apart = (one: number, other: number) => refused.has(one) && refused.has(other)
  expect(eventGroups(stories(0, 1, 2), { pairs: all([1, 2, 3], 0.9), apart })).toEqual([])
  const groups = eventGroups(stories(0, 1, 2, 3, 4), { pairs: all([1, 2, 3, 4, 5], 0.9), apart })
  expect(groups).toEqual([[1, 4, 5]])
})

it('a link counts, but not between stories that have nothing in common, and instalments of a column are no event', () => {
  const signals = { cosine: 0.4, names: 0.3, daysOlder: 2, isSameColumn: false }
  expect(eventLikeness(signals, false)).toBeCloseTo(0.35)
  expect(eventLikeness(signals, true)).toBeCloseTo(0.45)
  expect(eventLikeness({ ...signals, cosine: 0.05, names: 0.05 }, true)).toBe(0)
  expect(eventLikeness({ ...signals, daysOlder: -30 }, true)).toBe(0)
  expect(eventLikeness({ ...signals, isSameColumn: true }, false)).toBe(0)
})

const arbitraryCase = fc
  .record({
    days: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 9 }),
    likenesses: fc.array(fc.constantFrom(0, 0.2, 0.35, 0.5, 0.9), { minLength: 36, maxLength: 36 }),
    refused: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
    seed: fc.integer(),
  })
  .map(({ days, likenesses, refused, seed }) => {
    const dated = stories(...days)
    const pairs = all(
      dated.map(({ id }) => id),
      0,
    )
      .map((one, place) => ({ ...one, likeness: likenesses[place] ?? 0 }))
      .filter(({ likeness }) => likeness > 0)
    return { dated, pairs, refused: new Set(refused), seed }
  })

it('the order of stories and pairs does not matter, no story stands twice, and what was refused stays apart', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ dated, pairs, refused, seed }) => {
      const apart = (one: number, other: number) => refused.has(one) && refused.has(other)
      const groups = eventGroups(dated, { pairs, apart })
      const turned = <T>(list: T[]) =>
        list.map((_, place) => list[(place + Math.abs(seed)) % list.length] as T).reverse()
      const swapped = turned(pairs).map(({ one, other, likeness }) => ({ one: other, other: one, likeness }))
      expect(eventGroups(turned(dated), { pairs: swapped, apart })).toEqual(groups)
      expect(new Set(groups.flat()).size).toBe(groups.flat().length)
      for (const group of groups) {
        expect(group.length).toBeGreaterThanOrEqual(LEAST_STORIES)
        expect(group.filter((id) => refused.has(id)).length).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: propertyRuns() },
  )
})
