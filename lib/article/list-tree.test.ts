import { describe, expect, it } from 'vitest'
import { keptItems, type ListTree, listTree } from './list-tree'

const points = (depth: number) => ({ depth, ordered: false })
const numbers = (depth: number) => ({ depth, ordered: true })

/** A tree as text: a line for each item, two spaces for each level. */
function lines({ ordered, start, items }: ListTree<string>, indent = ''): string[] {
  return items.flatMap(({ item, lists }, place) => [
    `${indent}${ordered ? `${start + place}.` : '-'} ${item}`,
    ...lists.flatMap((list) => lines(list, `${indent}  `)),
  ])
}

describe('the tree of a list', () => {
  it('an item that is deeper is in a list within the one before it', () => {
    const tree = listTree({
      ordered: true,
      start: 4,
      items: ['Tide', 'Spring', 'Neap', 'Wind', 'North'],
      nesting: [null, points(1), points(1), null, numbers(1)],
    })
    expect(lines(tree)).toEqual(['4. Tide', '  - Spring', '  - Neap', '5. Wind', '  1. North'])
  })

  it('is one list without nesting', () => {
    expect(lines(listTree({ ordered: false, items: ['Tide', 'Wind'] }))).toEqual(['- Tide', '- Wind'])
  })

  it('no item is more than one level deeper than the one before it, and those side by side stay so', () => {
    const items = ['Tide', 'Spring', 'Neap', 'High', 'Wind']
    const tree = listTree({ ordered: false, items, nesting: [points(1), points(3), points(3), points(2), points(1)] })
    expect(lines(tree)).toEqual(['- Tide', '  - Spring', '  - Neap', '  - High', '- Wind'])
  })

  it('a list within an item begins at its number, and one that begins at another number is another list', () => {
    const items = ['Tide', 'Spring', 'Neap', 'High', 'Wind', 'North']
    const from = (start: number) => ({ depth: 1, ordered: true, start })
    const nesting = [null, from(3), from(3), from(9), null, from(3)]
    const tree = listTree({ ordered: false, items, nesting })
    expect(lines(tree)).toEqual(['- Tide', '  3. Spring', '  4. Neap', '  9. High', '- Wind', '  3. North'])
    const without = keptItems({ items, nesting }, (item) => (item === 'Spring' ? null : item))
    expect(lines(listTree({ ordered: false, ...without })).slice(0, 2)).toEqual(['- Tide', '  3. Neap'])
  })

  it('items of another kind at the same depth are another list within the same item', () => {
    const tree = listTree({ ordered: false, items: ['Tide', 'Spring', 'Neap'], nesting: [null, points(1), numbers(1)] })
    expect(tree.items[0]?.lists).toHaveLength(2)
    expect(lines(tree)).toEqual(['- Tide', '  - Spring', '  1. Neap'])
  })

  it('back at the first level the list goes on with its own kind', () => {
    const tree = listTree({ ordered: true, items: ['Tide', 'Spring', 'Wind'], nesting: [null, points(1), null] })
    expect(lines(tree)).toEqual(['1. Tide', '  - Spring', '2. Wind'])
  })
})

it('items that are left out take their nesting with them', () => {
  const list = { items: ['Tide', '', 'Neap'], nesting: [null, points(1), points(2)] }
  expect(keptItems(list, (words) => words || null)).toEqual({ items: ['Tide', 'Neap'], nesting: [null, points(2)] })
  expect(keptItems({ items: ['Tide'] }, (words) => words)).toEqual({ items: ['Tide'] })
})
