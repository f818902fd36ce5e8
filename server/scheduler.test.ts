import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withdrawAt } from '@/db/publishing/publishing'
import { type Db, openMemoryDb } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { aPaper, aStory, NOW } from '@/db/testing/fixtures'
import { Scheduler } from '@/server/scheduler'

let db: Db
let scheduler: Scheduler
let offset: number
let deliveries: number
let looks: (() => void)[]
const begun = performance.now()
const now = () => new Date(NOW.getTime() + performance.now() - begun + offset)

beforeEach(async () => {
  looks = []
  db = await aPaper(
    openMemoryDb(async () => {
      for (const look of looks) look()
    }),
  )
  offset = 0
  deliveries = 0
  scheduler = new Scheduler({
    ...{ db, now, chores: [] },
    tell: () => {
      deliveries += 1
    },
  })
  looks.push(() => scheduler.wake())
})

afterEach(() => scheduler.stop())

async function state(id: number) {
  const [row] = await db.select({ state: articles.state }).from(articles).where(eq(articles.id, id))
  return row?.state
}

const due = (inMs: number) => ({ state: 'scheduled' as const, publishedAt: new Date(now().getTime() + inMs) })

test('a story is settled as soon as it is due, and the world is told', async () => {
  const id = await aStory(db, { headline: 'Ferries run again', ...due(150) })
  scheduler.wake()
  await pause(60)
  expect(await state(id)).toBe('scheduled')
  expect(deliveries).toBe(1)
  await pause(190)
  expect(await state(id)).toBe('published')
  expect(deliveries).toBeGreaterThan(1)
})

test('what came due while nobody looked is settled at the start', async () => {
  const id = await aStory(db, { headline: 'Ferries run again', ...due(-60_000) })
  scheduler.wake()
  await pause(30)
  expect(await state(id)).toBe('published')
})

test('an end that is set while it sleeps is noticed by the commit', async () => {
  const id = await aStory(db, { headline: 'Offer of the week' })
  scheduler.wake()
  await pause(30)
  await withdrawAt(db, { id, at: new Date(now().getTime() + 100), reason: '', by: 'Mara Quill', now: now() })
  await pause(200)
  expect(await state(id)).toBe('withdrawn')
})

test('a clock that is moved is noticed within a second', async () => {
  const id = await aStory(db, { headline: 'Ferries run again', ...due(3_600_000) })
  scheduler.wake()
  await pause(30)
  offset = 3_600_000
  await pause(1100)
  expect(await state(id)).toBe('published')
})

test('once it is stopped it does nothing more', async () => {
  const id = await aStory(db, { headline: 'Ferries run again', ...due(60) })
  scheduler.wake()
  await scheduler.stop()
  await pause(120)
  scheduler.wake()
  await pause(30)
  expect(await state(id)).toBe('scheduled')
})
