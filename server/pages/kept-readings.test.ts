import { expect, it } from 'vitest'
import type { Tagged } from '@/lib/pages/tags'
import { KeptReadings } from '@/server/pages/kept-readings'

/** A paper whose name is read with its tag, and how often it was. */
function paper() {
  const readings = new KeptReadings()
  const of = { name: 'The Harbour Post', reads: 0 }
  const readName = () =>
    readings.read('settings', async (): Promise<Tagged<string>> => {
      of.reads += 1
      return { value: of.name, tags: ['site'] }
    })
  return { of, readings, readName }
}

it('is read once until one of its tags is invalidated', async () => {
  const { of, readings, readName } = paper()
  for (let page = 0; page < 3; page++) expect(await readName()).toEqual({ value: 'The Harbour Post', tags: ['site'] })
  readings.invalidate(new Set(['article:1', 'list:latest']))
  await readName()
  expect(of.reads).toBe(1)
  of.name = 'The Quay Post'
  readings.invalidate(new Set(['article:1', 'site']))
  expect((await readName()).value).toBe('The Quay Post')
  expect(of.reads).toBe(2)
})

it('is read anew when anything was invalidated while it was being read', async () => {
  const { readings } = paper()
  let answer: (name: string) => void = () => {}
  const read = () =>
    readings.read('settings', async () => {
      const value = await new Promise<string>((resolve) => {
        answer = resolve
      })
      return { value, tags: ['site'] }
    })
  const before = read()
  const answerBefore = answer
  readings.invalidate(new Set(['site']))
  const after = read()
  answer('The Quay Post')
  answerBefore('The Harbour Post')
  expect((await before).value).toBe('The Harbour Post')
  expect((await after).value).toBe('The Quay Post')
  expect((await read()).value).toBe('The Quay Post')
})

it('an error is for those who wait for it, and not kept', async () => {
  const { of, readings, readName } = paper()
  await expect(readings.read('settings', () => Promise.reject(new Error('the disk is full')))).rejects.toThrow('full')
  expect((await readName()).value).toBe('The Harbour Post')
  expect(of.reads).toBe(1)
})
