import { expect, test } from 'vitest'
import { ConcurrencyLimit, Overloaded } from '@/server/http/concurrency-limit'

/** Work that ends when it is told to. */
function held() {
  let end: () => void = () => {}
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  return { work: () => done, end }
}

test('no more run at once than the gate lets, in the order in which they came', async () => {
  const gate = new ConcurrencyLimit({ atOnce: 2, waiting: 10 })
  const began: number[] = []
  const works = [0, 1, 2, 3].map(() => held())
  const passing = works.map(({ work }, place) =>
    gate.run(() => {
      began.push(place)
      return work()
    }),
  )
  await Promise.resolve()
  expect(began).toEqual([0, 1])
  works[1]?.end()
  await passing[1]
  await Promise.resolve()
  expect(began).toEqual([0, 1, 2])
  for (const { end } of works) end()
  await Promise.all(passing)
  expect(began).toEqual([0, 1, 2, 3])
})

test('whoever finds the waiting room full is told at once', async () => {
  const gate = new ConcurrencyLimit({ atOnce: 1, waiting: 1 })
  const { work, end } = held()
  const passing = [gate.run(work), gate.run(work)]
  await expect(gate.run(work)).rejects.toThrow(Overloaded)
  end()
  await Promise.all(passing)
})

test('work that fails makes room for the next', async () => {
  const gate = new ConcurrencyLimit({ atOnce: 1, waiting: 1 })
  await expect(gate.run(() => Promise.reject(new Error('ink ran out')))).rejects.toThrow('ink ran out')
  expect(await gate.run(async () => 'printed')).toBe('printed')
})
