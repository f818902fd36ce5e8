import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Arrangement,
  arrangementSchema,
  cardsOf,
  EMPTY_ARRANGEMENT,
  MAX_IN_BAND,
  newCard,
} from '@/lib/front/arrangement'
import { type ArrangementChange, changedArrangement, zoneOf } from '@/lib/front/arrangement-change'
import { propertyRuns } from '@/lib/testing/property-runs'

const FRONT: Arrangement = {
  lead: newCard(1),
  seconds: [2, 3, 4, 5, 6].map(newCard),
  bands: [
    { id: 'weekend', name: 'For the weekend', cards: [7, 8].map(newCard) },
    { id: 'vote', name: 'The vote', cards: [9].map(newCard) },
  ],
}

function frontAfter(...changes: ArrangementChange[]): Arrangement {
  return changes.reduce((front, change) => changedArrangement(front, change)?.arrangement ?? front, FRONT)
}

const ids = (cards: { articleId: number }[]) => cards.map(({ articleId }) => articleId)

describe('placing a story', () => {
  it('a new lead pushes the former one to the seconds, and the last second off the front', () => {
    const { arrangement, displaced } = changedArrangement(FRONT, {
      kind: 'place',
      story: 20,
      zone: 'lead',
      before: null,
    }) ?? { arrangement: EMPTY_ARRANGEMENT, displaced: [] }
    expect(arrangement.lead?.articleId).toBe(20)
    expect(ids(arrangement.seconds)).toEqual([1, 2, 3, 4, 5])
    expect(displaced).toEqual([6])
  })

  it('a story goes before the story that is named, and at the end when that one is gone', () => {
    const first = frontAfter({ kind: 'place', story: 20, zone: 'band:weekend', before: 8 })
    expect(ids(first.bands[0]?.cards ?? [])).toEqual([7, 20, 8])
    const last = frontAfter({ kind: 'place', story: 20, zone: 'band:weekend', before: 99 })
    expect(ids(last.bands[0]?.cards ?? [])).toEqual([7, 8, 20])
  })

  it('a story that moves keeps its headline for this front', () => {
    const card = { ...newCard(7), headline: 'Sunday, slowly' }
    const front = frontAfter({ kind: 'edit', card }, { kind: 'place', story: 7, zone: 'lead', before: null })
    expect(front.lead).toEqual(card)
    expect(zoneOf(front, 7)).toBe('lead')
  })

  it('a full band refuses another story and keeps those it has', () => {
    const cards = Array.from({ length: MAX_IN_BAND }, (_, index) => newCard(100 + index))
    const full = { ...FRONT, bands: [{ id: 'weekend', name: 'For the weekend', cards }] }
    expect(changedArrangement(full, { kind: 'place', story: 20, zone: 'band:weekend', before: null })).toBeNull()
  })

  it('a band that somebody removed meanwhile takes no story, and the story stays where it was', () => {
    expect(frontAfter({ kind: 'place', story: 7, zone: 'band:gone', before: null })).toEqual(FRONT)
  })
})

it('a band that is removed gives back its stories', () => {
  const result = changedArrangement(FRONT, { kind: 'remove-band', band: 'weekend' })
  expect(result?.displaced).toEqual([7, 8])
  expect(result?.arrangement.bands.map(({ id }) => id)).toEqual(['vote'])
})

it('bands change their order by name, and a name that is gone means the end', () => {
  const order = (front: Arrangement) => front.bands.map(({ id }) => id)
  expect(order(frontAfter({ kind: 'move-band', band: 'vote', before: 'weekend' }))).toEqual(['vote', 'weekend'])
  expect(order(frontAfter({ kind: 'move-band', band: 'weekend', before: null }))).toEqual(['vote', 'weekend'])
  expect(order(frontAfter({ kind: 'move-band', band: 'vote', before: 'vote' }))).toEqual(['weekend', 'vote'])
})

it('after any changes a front is valid, has no story twice, and a story left only by removal or for want of room', () => {
  const story = fc.integer({ min: 1, max: 25 })
  const band = fc.constantFrom('weekend', 'vote', 'culture')
  const zone = fc.oneof(
    fc.constantFrom('lead' as const, 'seconds' as const),
    band.map((id) => `band:${id}` as const),
  )
  const change: fc.Arbitrary<ArrangementChange> = fc.oneof(
    fc.record({ kind: fc.constant('place' as const), story, zone, before: fc.option(story) }),
    fc.record({ kind: fc.constant('remove' as const), story }),
    fc.record({ kind: fc.constant('add-band' as const), band, name: fc.constant('A band') }),
    fc.record({ kind: fc.constant('move-band' as const), band, before: fc.option(band) }),
    fc.record({ kind: fc.constant('remove-band' as const), band }),
  )
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      let front = FRONT
      for (const one of changes) {
        const result = changedArrangement(front, one)
        if (!result) continue
        const before = ids(cardsOf(front))
        const now = ids(cardsOf(result.arrangement))
        expect(new Set(now).size).toBe(now.length)
        const removed = one.kind === 'remove' ? [one.story] : []
        expect(before.filter((id) => !now.includes(id) && !removed.includes(id)).toSorted()).toEqual(
          result.displaced.toSorted(),
        )
        expect(arrangementSchema.safeParse(result.arrangement).success).toBe(true)
        front = result.arrangement
      }
    }),
    { numRuns: propertyRuns(100) },
  )
})
