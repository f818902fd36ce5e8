import { afterEach, expect, it, vi } from 'vitest'
import { timedYield, yieldToRequests } from '@/db/store/long-work/yield-to-requests'
import { isOnlyForTests, sourceTexts } from '@/lib/testing/source-imports'

afterEach(() => vi.restoreAllMocks())

/** Whether a request that waits has its turn while `work` is awaited. */
async function isTurnGiven(work: () => Promise<void>): Promise<boolean> {
  let hadTurn = false
  const request = setImmediate(() => {
    hadTurn = true
  })
  await work()
  clearImmediate(request)
  return hadTurn
}

it('a step of long work lets a request that waits have its turn', async () => {
  expect(await isTurnGiven(yieldToRequests)).toBe(true)
})

it('short steps let requests have their turn after ten milliseconds, and then again after ten', async () => {
  const now = vi.spyOn(performance, 'now')
  const given: boolean[] = []
  now.mockReturnValue(1000)
  const yieldAfterSome = timedYield()
  for (const ms of [1009, 1010, 1019, 1020]) {
    now.mockReturnValue(ms)
    given.push(await isTurnGiven(yieldAfterSome))
  }
  expect(given).toEqual([false, true, false, true])
})

it('everything else that takes long yields through this', () => {
  const others = [...sourceTexts()].filter(([file, text]) => !isOnlyForTests(file) && /\bsetImmediate\b/.test(text))
  expect(others.map(([file]) => file)).toEqual(['db/store/long-work/yield-to-requests.ts'])
})
