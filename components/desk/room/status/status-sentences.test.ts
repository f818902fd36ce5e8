import { expect, test } from 'vitest'
import { type StatusFields, statusSentences } from '@/components/desk/room/status/status-sentences'

const NOW = new Date('2026-11-24T03:00:00Z')
const at = (iso: string) => Date.parse(iso)
const DRAFT: StatusFields = {
  state: 'draft',
  publishedAt: null,
  updatedAt: null,
  withdrawnAt: null,
  withdrawalReason: '',
  embargoUntil: null,
  hasUnpublishedChanges: false,
  deletedAt: null,
  late: null,
}
const sentences = (fields: Partial<StatusFields>) =>
  statusSentences({ ...DRAFT, ...fields }, { now: NOW, timeZone: 'Europe/Lisbon' })

test('only the desk sees a draft', () => {
  expect(sentences({})).toEqual(['A draft. Only the desk sees it.'])
})

test('a scheduled story says when it becomes public, in the time zone of the site, and in how long', () => {
  expect(sentences({ state: 'scheduled', publishedAt: at('2026-11-24T06:00:00Z') })).toEqual([
    'Publishes Tuesday 24 November 2026, 06:00 WET (Europe/Lisbon), in 3 h.',
  ])
})

test('unpublished changes, an end date and an embargo have sentences of their own', () => {
  const published = { state: 'published' as const, publishedAt: at('2026-11-23T06:00:00Z') }
  expect(sentences({ ...published, hasUnpublishedChanges: true }).at(-1)).toBe(
    'There are changes that readers do not see yet.',
  )
  expect(sentences({ ...published, withdrawnAt: at('2026-11-25T03:00:00Z') }).at(-1)).toBe(
    'Will be withdrawn Wednesday 25 November 2026, 03:00 WET (Europe/Lisbon), in 24 h.',
  )
  expect(sentences({ embargoUntil: at('2026-11-24T06:00:00Z') }).at(-1)).toMatch(
    /^Under embargo until Tuesday 24 November/,
  )
  expect(sentences({ embargoUntil: at('2026-11-24T02:00:00Z') })).toHaveLength(1)
})

test('a late publication says how late it was', () => {
  const published = { state: 'published' as const, publishedAt: at('2026-11-23T06:00:00Z') }
  expect(sentences({ ...published, late: { event: 'published', seconds: 540 } }).at(-1)).toBe(
    'It was published 9 minutes late: the site was not running at its time.',
  )
})

test('a withdrawn story shows the reason that readers see', () => {
  expect(
    sentences({ state: 'withdrawn', withdrawnAt: at('2026-11-24T02:00:00Z'), withdrawalReason: 'A source retracted.' }),
  ).toEqual([
    'Withdrawn Tuesday 24 November 2026, 02:00 WET (Europe/Lisbon), 1 h ago. Readers are told: A source retracted.',
  ])
})
