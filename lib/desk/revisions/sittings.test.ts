import { expect, test } from 'vitest'
import type { ListedRevision } from '@/lib/desk/revisions/listed-revision'
import { sittings } from '@/lib/desk/revisions/sittings'

const NOON = Date.UTC(2026, 10, 23, 12)
const MINUTE = 60_000

function saved(version: number, minutes: number, rest: Partial<ListedRevision> = {}): ListedRevision {
  const savedAt = NOON + minutes * MINUTE
  return {
    version,
    savedAt,
    savedBy: 'Mara Quill',
    savedById: null,
    reason: 'saved',
    remark: '',
    aside: false,
    ...rest,
  }
}

const grouped = (revisions: ListedRevision[]) =>
  sittings(revisions).map(({ last, earlier }) => [last.version, ...earlier.map(({ version }) => version)])

test('saves without a long break are one sitting, under the last of them', () => {
  expect(grouped([saved(4, 20), saved(3, 11), saved(2, 1), saved(1, 0)])).toEqual([[4, 3, 2, 1]])
  expect(grouped([saved(2, 11), saved(1, 0)])).toEqual([[2], [1]])
})

test('another person sits down for themselves', () => {
  expect(grouped([saved(3, 2), saved(2, 1, { savedBy: 'Tomas Reed' }), saved(1, 0)])).toEqual([[3], [2], [1]])
})

test('two accounts with one name are two people, and a renamed account is one', () => {
  const namesake = { savedById: 'mara-two' }
  const own = { savedById: 'mara-one' }
  expect(grouped([saved(2, 1, namesake), saved(1, 0, own)])).toEqual([[2], [1]])
  expect(grouped([saved(2, 1, { ...own, savedBy: 'Mara Reed' }), saved(1, 0, own)])).toEqual([[2, 1]])
})

test('what was more than a save stands alone', () => {
  const versions = [saved(4, 3), saved(3, 2, { reason: 'published' }), saved(2, 1), saved(1, 0, { reason: 'written' })]
  expect(grouped(versions)).toEqual([[4], [3], [2], [1]])
})

test('what readers were given does not mix with what waits for them', () => {
  expect(grouped([saved(2, 1, { aside: true }), saved(1, 0)])).toEqual([[2], [1]])
  expect(grouped([])).toEqual([])
})
