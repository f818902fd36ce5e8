import { beforeEach, expect, it } from 'vitest'
import { lastLearned, saveLearned, weightsInUse } from '@/db/linking/learned-weights'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'
import { HAND_WEIGHTS } from '@/lib/linking/related/learned'
import type { LearnedLinks } from '@/lib/linking/related/learned-links'
import { LinkLearning } from '@/server/linking/link-learning'

const LEARNED: LearnedLinks = { weights: [...HAND_WEIGHTS], examples: 120, byHand: 0.5, learned: 0.6 }
let db: MemoryStore
let now: Date
let times: number

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  now = NOW
  times = 0
})

async function learn(answer: (signal: AbortSignal) => Promise<LearnedLinks | null> = async () => LEARNED) {
  const learning = new LinkLearning({
    db,
    now: () => now,
    untilIdle: async () => {},
    learn: (_now, signal) => {
      times += 1
      return answer(signal)
    },
  })
  learning.begin()
  return learning
}

it('learns once a day, and what was learned is in use until then', async () => {
  await (await learn()).untilIdle()
  expect(await weightsInUse(db)).toEqual(HAND_WEIGHTS)
  expect(await lastLearned(db)).toEqual({ examples: 120, byHand: 0.5, learned: 0.6, learnedAt: NOW, isUsed: true })
  now = hoursAhead(23)
  await (await learn()).untilIdle()
  expect(times).toBe(1)
  now = hoursAhead(24)
  await (await learn(async () => ({ ...LEARNED, weights: null }))).untilIdle()
  expect(times).toBe(2)
  expect(await weightsInUse(db)).toBeNull()
  expect(await lastLearned(db)).toMatchObject({ isUsed: false, learnedAt: now })
})

it('keeps what was before when learning fails, and tries again', async () => {
  await saveLearned(db, { ...LEARNED, now: hoursAgo(30) })
  const failing = await learn(() => Promise.reject(new Error('the thread broke')))
  await failing.untilIdle()
  expect(await weightsInUse(db)).toEqual(HAND_WEIGHTS)
  failing.begin()
  await failing.untilIdle()
  expect(times).toBe(2)
})

it('a stop ends it, and nothing is written afterwards', async () => {
  const learning = await learn(
    (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(LEARNED))),
  )
  while (times === 0) await new Promise((resolve) => setImmediate(resolve))
  await learning.stop()
  expect(await lastLearned(db)).toBeNull()
  learning.begin()
  expect(times).toBe(1)
})

it('weights of a version with other signals are not used', async () => {
  await saveLearned(db, { ...LEARNED, weights: [1, 2, 3], now: NOW })
  expect(await weightsInUse(db)).toBeNull()
  expect(await lastLearned(db)).toMatchObject({ isUsed: false })
})
