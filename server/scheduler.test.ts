import { setImmediate } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withdrawAt } from '@/db/publishing/publishing'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { aPaper, aStory, NOW } from '@/db/testing/fixtures'
import { withoutAccount } from '@/lib/revisions/saver'
import { Scheduler } from '@/server/scheduler'

let db: MemoryStore
let scheduler: Scheduler
let offset: number
/** Milliseconds by which the monotonic clock is ahead of the timers. */
let ahead: number
let begun: number
let deliveries: number
const elapsed = () => Date.now() - begun + ahead
const now = () => new Date(NOW.getTime() + elapsed() + offset)

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const committed: (() => void)[] = []
  db = await aPaper(
    openMemoryStore(async () => {
      for (const listener of committed) listener()
    }),
  )
  offset = 0
  ahead = 0
  begun = Date.now()
  vi.spyOn(performance, 'now').mockImplementation(elapsed)
  deliveries = 0
  scheduler = new Scheduler({
    db,
    now,
    hourlyJobs: [],
    wakeDeliveries: () => {
      deliveries += 1
    },
  })
  committed.push(() => scheduler.wake())
})

afterEach(async () => {
  await scheduler.stop()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

async function state(id: number) {
  const [row] = await db.select({ state: articles.state }).from(articles).where(eq(articles.id, id))
  return row?.state
}

const dueIn = (ms: number) => ({ state: 'scheduled' as const, publishedAt: new Date(now().getTime() + ms) })

/** Moves the time forward and lets everything run that is due by then. */
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
  for (let turn = 0; turn < 20; turn++) await setImmediate()
}

test('a scheduled story is published when it is due, and deliveries are started', async () => {
  const id = await aStory(db, { headline: 'Ferries run again', ...dueIn(150) })
  scheduler.wake()
  await pass(149)
  expect(await state(id)).toBe('scheduled')
  expect(deliveries).toBe(1)
  await pass(1)
  expect(await state(id)).toBe('published')
  expect(deliveries).toBeGreaterThan(1)
})

test('a story that came due before the start is published at the start', async () => {
  const id = await aStory(db, { headline: 'Ferries run again', ...dueIn(-60_000) })
  scheduler.wake()
  await pass(0)
  expect(await state(id)).toBe('published')
})

test('an end that is set while the scheduler sleeps is noticed by the commit', async () => {
  const id = await aStory(db, { headline: 'Offer of the week' })
  scheduler.wake()
  await pass(0)
  await withdrawAt(db, {
    id,
    at: new Date(now().getTime() + 100),
    reason: '',
    by: withoutAccount('Mara Quill'),
    now: now(),
  })
  await pass(99)
  expect(await state(id)).toBe('published')
  await pass(1)
  expect(await state(id)).toBe('withdrawn')
})

test('a clock that is moved is noticed within a second', async () => {
  const id = await aStory(db, { headline: 'Ferries run again', ...dueIn(3_600_000) })
  scheduler.wake()
  await pass(0)
  offset = 3_600_000
  await pass(1000)
  expect(await state(id)).toBe('published')
})

test('a stopped scheduler does nothing more', async () => {
  const id = await aStory(db, { headline: 'Ferries run again', ...dueIn(60) })
  scheduler.wake()
  await scheduler.stop()
  await pass(2000)
  scheduler.wake()
  await pass(2000)
  expect(await state(id)).toBe('scheduled')
})

test('hourly jobs run once an hour, and one that fails does not stop the others', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const runs: number[] = []
  await scheduler.stop()
  scheduler = new Scheduler({
    db,
    now,
    wakeDeliveries: () => {},
    hourlyJobs: [() => Promise.reject(new Error('disk full')), async () => runs.push(elapsed())],
  })
  scheduler.wake()
  await pass(0)
  expect(runs).toEqual([])
  await pass(1000)
  ahead = 3_599_000
  await pass(999)
  expect(runs).toEqual([1000])
  await pass(1)
  await pass(1000)
  expect(runs).toEqual([1000, 3_601_000])
})
