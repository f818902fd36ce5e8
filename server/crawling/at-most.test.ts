import { expect, it } from 'vitest'
import { atMost } from '@/server/crawling/at-most'

it('work is done a few at a time, and its answers keep their order', async () => {
  let underWay = 0
  let most = 0
  const answers = await atMost(2, [30, 10, 20, 0], async (ms) => {
    underWay += 1
    most = Math.max(most, underWay)
    await new Promise((resolve) => setTimeout(resolve, ms))
    underWay -= 1
    return ms
  })
  expect(answers).toEqual([30, 10, 20, 0])
  expect(most).toBe(2)
})
