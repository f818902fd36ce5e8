import { expect, test } from 'vitest'
import { type StatusFields, statusSentences } from '@/components/desk/room/status/status-sentences'

const NOW = new Date('2026-11-24T03:00:00Z')
const at = (iso: string) => Date.parse(iso)
const DRAFT: StatusFields = {
  state: 'draft',
  ...{ publishedAt: null, updatedAt: null, withdrawnAt: null, withdrawalReason: '', embargoUntil: null },
  ...{ hasUnpublishedChanges: false, deletedAt: null, late: null },
}
const told = (standing: Partial<StatusFields>) =>
  statusSentences({ ...DRAFT, ...standing }, { now: NOW, timeZone: 'Europe/Lisbon' })

test('a draft is the business of the desk alone', () => {
  expect(told({})).toEqual(['A draft. Only the desk sees it.'])
})

test('a scheduled story says when it is public, in the zone of the paper, and how far off that is', () => {
  expect(told({ state: 'scheduled', publishedAt: at('2026-11-24T06:00:00Z') })).toEqual([
    'Publishes Tuesday 24 November 2026, 06:00 WET (Europe/Lisbon), in 3 h.',
  ])
})

test('changes that readers do not have, an end and an embargo are told', () => {
  const published = { state: 'published' as const, publishedAt: at('2026-11-23T06:00:00Z') }
  expect(told({ ...published, hasUnpublishedChanges: true }).at(-1)).toBe(
    'There are changes that readers do not see yet.',
  )
  expect(told({ ...published, withdrawnAt: at('2026-11-25T03:00:00Z') }).at(-1)).toBe(
    'Leaves the site Wednesday 25 November 2026, 03:00 WET (Europe/Lisbon), in 24 h.',
  )
  expect(told({ embargoUntil: at('2026-11-24T06:00:00Z') }).at(-1)).toMatch(/^Under embargo until Tuesday 24 November/)
  expect(told({ embargoUntil: at('2026-11-24T02:00:00Z') })).toHaveLength(1)
})

test('a late run is told with how late it was', () => {
  const published = { state: 'published' as const, publishedAt: at('2026-11-23T06:00:00Z') }
  expect(told({ ...published, late: { event: 'published', seconds: 540 } }).at(-1)).toBe(
    'It was published 9 minutes late: the site was not running at its time.',
  )
})

test('a withdrawn story says what readers are told', () => {
  expect(
    told({ state: 'withdrawn', withdrawnAt: at('2026-11-24T02:00:00Z'), withdrawalReason: 'A source retracted.' }),
  ).toEqual([
    'Withdrawn Tuesday 24 November 2026, 02:00 WET (Europe/Lisbon), 1 h ago. Readers are told: A source retracted.',
  ])
})
