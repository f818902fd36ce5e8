import { describe, expect, test } from 'vitest'
import { statusWords } from '@/lib/desk/list/status-words'
import { nearInstant } from '@/lib/desk/near-instant'

const NOW = new Date('2026-11-23T14:00:00Z')
const LISBON = { now: NOW, timeZone: 'Europe/Lisbon' }
const STORY = {
  state: 'draft' as const,
  publishedAt: null,
  withdrawnAt: null,
  hasUnpublishedChanges: false,
  deletedAt: null,
}
const at = (iso: string) => new Date(iso)

describe('where a story stands', () => {
  test.each<[string, Partial<Parameters<typeof statusWords>[0]>]>([
    ['Draft', {}],
    ['In review', { state: 'in-review' }],
    ['Publishes Tuesday 06:00 WET, in 16 h', { state: 'scheduled', publishedAt: at('2026-11-24T06:00:00Z') }],
    ['Publishes Monday 17:00 WET, in 3 h', { state: 'scheduled', publishedAt: at('2026-11-23T17:00:00Z') }],
    ['Published today 09:15', { state: 'published', publishedAt: at('2026-11-23T09:15:00Z') }],
    ['Published Friday 09:15', { state: 'published', publishedAt: at('2026-11-20T09:15:00Z') }],
    ['Published 2 Jul 2026, 07:00', { state: 'published', publishedAt: at('2026-07-02T06:00:00Z') }],
    ['Withdrawn Sunday 12:00', { state: 'withdrawn', withdrawnAt: at('2026-11-22T12:00:00Z') }],
  ])('%s', (words, story) => {
    expect(statusWords({ ...STORY, ...story }, LISBON)).toEqual({ status: words, also: [] })
  })

  test('is told with what will happen to it and what waits in it', () => {
    const story = { ...STORY, state: 'published' as const, publishedAt: at('2026-11-20T09:15:00Z') }
    const ending = { ...story, withdrawnAt: at('2026-11-27T18:00:00Z'), hasUnpublishedChanges: true }
    expect(statusWords(ending, LISBON).also).toEqual(['Withdraws Friday 18:00 WET, in 4 days', 'Unpublished changes'])
  })

  test('is told with the day until which it can be recovered', () => {
    expect(statusWords({ ...STORY, deletedAt: at('2026-11-20T09:00:00Z') }, LISBON)).toEqual({
      status: 'Deleted Friday 09:00',
      also: ['Can be recovered until 20 Dec 2026, 09:00'],
    })
  })
})

test('an instant is near by the calendar of the zone, not by hours', () => {
  const late = at('2026-11-23T20:00:00Z')
  expect(nearInstant(late, LISBON)).toBe('20:00')
  expect(nearInstant(late, { now: NOW, timeZone: 'Asia/Kolkata' })).toBe('Tuesday 01:30')
})
