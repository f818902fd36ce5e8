import { expect, test } from 'vitest'
import { mapConcurrently } from '@/server/crawling/map-concurrently'

test('no more than the limit run at once, and results are in the order of the items', async () => {
  const started: number[] = []
  const finish: (() => void)[] = []
  const results = mapConcurrently(2, ['a', 'b', 'c', 'd'], async (item, index) => {
    started.push(index)
    await new Promise<void>((resolve) => {
      finish[index] = resolve
    })
    return item.toUpperCase()
  })
  for (const index of [1, 2, 0, 3]) {
    await new Promise((resolve) => setImmediate(resolve))
    expect(started.length - [1, 2, 0, 3].indexOf(index)).toBe(2 - Number(index === 3))
    finish[index]?.()
  }
  expect(await results).toEqual(['A', 'B', 'C', 'D'])
  expect(started).toEqual([0, 1, 2, 3])
})
