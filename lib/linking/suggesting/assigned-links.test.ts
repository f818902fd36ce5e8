import { expect, it } from 'vitest'
import { assignedLinks, swapped } from '@/lib/linking/suggesting/assigned-links'

const [A, B] = [{ afterId: 'p2' }, { afterId: 'p4' }]
const NOTHING = { before: new Map(), skipped: new Set<number>() }

it('slots get three stories each, the best first, and what is left over is for swapping', () => {
  const links = assignedLinks([A, B], { suggested: [1, 2, 3, 4, 5, 6, 7], ...NOTHING })
  expect([...links]).toEqual([
    ['p2', [1, 2, 3]],
    ['p4', [4, 5, 6]],
  ])
  expect([...assignedLinks([A, B], { suggested: [1, 2], ...NOTHING })]).toEqual([['p2', [1, 2]]])
})

it('what was proposed stays in its place when suggestions come anew, and what is no longer suggested gives way', () => {
  const before = assignedLinks([A, B], { suggested: [1, 2, 3, 4, 5, 6], ...NOTHING })
  const after = assignedLinks([A, B], { suggested: [9, 6, 5, 4, 3, 1], before, skipped: new Set() })
  expect([...after]).toEqual([
    ['p2', [1, 9, 3]],
    ['p4', [4, 5, 6]],
  ])
})

it('the next story takes the place of one that is swapped, and that one comes back only when nothing else is left', () => {
  const suggested = [1, 2, 3, 4]
  const before = assignedLinks([A], { suggested, ...NOTHING })
  const once = swapped(before, { id: 2, suggested, skipped: new Set([2]) })
  expect(once.get('p2')).toEqual([1, 4, 3])
  const twice = swapped(once, { id: 4, suggested, skipped: new Set([2, 4]) })
  expect(twice.get('p2')).toEqual([1, 2, 3])
  expect(swapped(before, { id: 1, suggested: [1, 2, 3], skipped: new Set() })).toBe(before)
})
