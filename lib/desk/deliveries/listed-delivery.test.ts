import { expect, test } from 'vitest'
import type { DeliveryAbout } from '@/lib/deliveries/delivery'
import { listedDelivery } from '@/lib/desk/deliveries/listed-delivery'

const NOW = new Date('2026-11-23T14:00:00Z')
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

const DELIVERY = {
  id: 4,
  createdAt: at(-10),
  attempts: 2,
  nextAttemptAt: at(20),
  deliveredAt: null,
  givenUpAt: null,
  lastStatus: 503,
  lastAnswer: 'down\n for  repair',
  about: { kind: 'test' } as DeliveryAbout,
}

const listed = (
  more: Partial<Omit<typeof DELIVERY, 'deliveredAt' | 'givenUpAt'>> & { deliveredAt?: Date; givenUpAt?: Date },
) => listedDelivery({ ...DELIVERY, ...more }, { to: 'Hub', now: NOW, timeZone: 'Europe/London' })

test('a delivery tells what came back and when it is tried next', () => {
  expect(listed({})).toMatchObject({ state: 'waiting', answer: '503 down for repair', next: '14:20' })
  expect(listed({ nextAttemptAt: at(-1) })).toMatchObject({ state: 'waiting', next: 'now' })
  expect(listed({ deliveredAt: NOW })).toMatchObject({ state: 'through', next: '' })
  expect(listed({ givenUpAt: NOW })).toMatchObject({ state: 'given up', next: '' })
})

test('of an answer that is a page the words are shown', () => {
  expect(listed({ lastAnswer: '<html><h1>Out of order</h1>\n<p>Come back.</p></html>' }).answer).toBe(
    '503 Out of order Come back.',
  )
})

test('a long answer is cut', () => {
  expect(listed({ lastAnswer: 'x'.repeat(2000) }).answer).toHaveLength(4 + 160 + 1)
})

test('it names the first stories it is about, and how many more there are', () => {
  const events = [1, 2, 3, 4, 5].map((id) => ({
    key: `${id}:2`,
    event: 'withdrawn' as const,
    articleId: id,
    headline: `Ferry ${id}`,
  }))
  expect(listed({ about: { kind: 'events', events } }).about).toEqual([
    { words: 'Withdrawn: Ferry 1', articleId: 1 },
    { words: 'Withdrawn: Ferry 2', articleId: 2 },
    { words: 'Withdrawn: Ferry 3', articleId: 3 },
    { words: 'and 2 more', articleId: null },
  ])
})

test('or the tags that a cache is to forget', () => {
  const tags = Array.from({ length: 8 }, (_, number) => `article:${number}`)
  expect(listed({ about: { kind: 'tags', tags } }).about.map(({ words }) => words)).toEqual([
    'Forget article:0, article:1, article:2, article:3, article:4, article:5',
    'and 2 more',
  ])
  expect(listed({ about: { kind: 'everything' } }).about[0]?.words).toBe('Forget everything')
})
