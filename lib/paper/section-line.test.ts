import { expect, it } from 'vitest'
import { sectionLineIn } from '@/lib/paper/section-line'

const section = (id: number, parentId: number | null) => ({
  id,
  slug: `s${id}`,
  name: `S${id}`,
  description: '',
  parentId,
})
const [city, transport, ferries] = [section(1, null), section(2, 1), section(3, 2)]

it('a section stands below its parents, the top first', () => {
  expect(sectionLineIn([ferries, city, transport], ferries).map(({ id }) => id)).toEqual([1, 2, 3])
  expect(sectionLineIn([city, transport], city).map(({ id }) => id)).toEqual([1])
})

it('a tree that bites its tail ends the line', () => {
  const [one, two] = [section(1, 2), section(2, 1)]
  expect(sectionLineIn([one, two], one).map(({ id }) => id)).toEqual([2, 1])
})
