import { expect, it } from 'vitest'
import { sectionDepth, sectionLine } from '@/lib/paper/section-line'

const byId = (...sections: { id: number; parentId: number | null }[]) =>
  new Map(sections.map((section) => [section.id, section]))
const [city, transport, ferries] = [
  { id: 1, parentId: null },
  { id: 2, parentId: 1 },
  { id: 3, parentId: 2 },
]

it('a line begins at the top of the tree and ends at the section', () => {
  expect(sectionLine(byId(ferries, city, transport), 3)).toEqual([city, transport, ferries])
  expect(sectionLine(byId(city, transport), 1)).toEqual([city])
})

it('the line of a section that does not exist is empty', () => {
  expect(sectionLine(byId(city), 2)).toEqual([])
})

it('a line begins at a section whose parent is missing', () => {
  expect(sectionLine(byId(ferries), 3)).toEqual([ferries])
})

it('a line ends before a section would appear twice', () => {
  const sections = byId({ id: 1, parentId: 2 }, { id: 2, parentId: 1 })
  expect(sectionLine(sections, 1).map(({ id }) => id)).toEqual([2, 1])
})

it('the depth of a section counts its parents', () => {
  expect([city, transport, ferries].map(({ id }) => sectionDepth([city, transport, ferries], id))).toEqual([0, 1, 2])
})

it('a section whose parent is missing has depth 0', () => {
  expect(sectionDepth([ferries], 3)).toBe(0)
})
