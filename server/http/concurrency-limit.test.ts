import { expect, test } from 'vitest'
import { ConcurrencyLimit, Overloaded } from '@/server/http/concurrency-limit'

/** Work that ends when `end` is called. */
function held() {
  let end: () => void = () => {}
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  return { work: () => done, end }
}

test('no more tasks than the limit run at once, in the order in which they came', async () => {
  const limit = new ConcurrencyLimit({ atOnce: 2, waiting: 10 })
  const started: number[] = []
  const works = [0, 1, 2, 3].map(() => held())
  const running = works.map(({ work }, place) =>
    limit.run(() => {
      started.push(place)
      return work()
    }),
  )
  await Promise.resolve()
  expect(started).toEqual([0, 1])
  works[1]?.end()
  await running[1]
  await Promise.resolve()
  expect(started).toEqual([0, 1, 2])
  for (const { end } of works) end()
  await Promise.all(running)
  expect(started).toEqual([0, 1, 2, 3])
})

test('a task is refused at once when too many are waiting', async () => {
  const limit = new ConcurrencyLimit({ atOnce: 1, waiting: 1 })
  const { work, end } = held()
  const running = [limit.run(work), limit.run(work)]
  await expect(limit.run(work)).rejects.toThrow(Overloaded)
  end()
  await Promise.all(running)
})

test('a task that fails lets the next one run', async () => {
  const limit = new ConcurrencyLimit({ atOnce: 1, waiting: 1 })
  await expect(limit.run(() => Promise.reject(new Error('ink ran out')))).rejects.toThrow('ink ran out')
  expect(await limit.run(async () => 'printed')).toBe('printed')
})
