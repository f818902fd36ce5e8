import { expect, test } from 'vitest'
import type { Body } from '@/lib/article/body'
import { liveEntries } from '@/lib/article/live-entries'

const AT = Date.UTC(2026, 10, 23, 14, 2)
const count: Body = [
  { type: 'paragraph', id: 'lead', text: [{ text: 'Counting goes on.' }] },
  { type: 'heading', id: 'e2', level: 2, at: AT + 60_000, text: [{ text: 'Harbour ward ' }, { text: 'declared' }] },
  { type: 'paragraph', id: 'e3', text: [{ text: 'Vale holds the seat.' }] },
  { type: 'heading', id: 'e4', level: 3, text: [{ text: 'By street' }] },
  { type: 'heading', id: 'e5', level: 2, at: AT, text: [{ text: 'Polls close' }] },
  { type: 'paragraph', id: 'e6', text: [{ text: 'The doors are shut.' }] },
]

test('an entry reaches from its heading to the next one with a time', () => {
  expect(
    liveEntries(count).map(({ id, at, headline, body }) => [id, at.getTime(), headline, body.map((e) => e.id)]),
  ).toEqual([
    ['e2', AT + 60_000, 'Harbour ward declared', ['e3', 'e4']],
    ['e5', AT, 'Polls close', ['e6']],
  ])
})

test('a story without times has no entries', () => {
  expect(liveEntries(count.slice(0, 1))).toEqual([])
})
