import { expect, it } from 'vitest'
import { sectionLine } from '@/lib/paper/section-line'

const byId = (...sections: { id: number; parentId: number | null }[]) =>
  new Map(sections.map((section) => [section.id, section]))
const [city, transport, ferries] = [
  { id: 1, parentId: null },
  { id: 2, parentId: 1 },
  { id: 3, parentId: 2 },
]

it('a section stands below its parents, the top first', () => {
  expect(sectionLine(byId(ferries, city, transport), 3)).toEqual([city, transport, ferries])
  expect(sectionLine(byId(city, transport), 1)).toEqual([city])
})

it('a section that is not there has no line', () => {
  expect(sectionLine(byId(city), 2)).toEqual([])
})

it('a section whose parent is not there begins the line', () => {
  expect(sectionLine(byId(ferries), 3)).toEqual([ferries])
})

it('a section below itself ends the line', () => {
  const sections = byId({ id: 1, parentId: 2 }, { id: 2, parentId: 1 })
  expect(sectionLine(sections, 1).map(({ id }) => id)).toEqual([2, 1])
})
