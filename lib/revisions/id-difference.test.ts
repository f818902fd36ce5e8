import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idDifference } from '@/lib/revisions/id-difference'
import { propertyRuns } from '@/lib/testing/property-runs'

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 12 }).map((number) => `e${number}`))

/** The length of the longest common list, by the table that every textbook has. */
function longestCommon(before: string[], after: string[]): number {
  const row = new Array<number>(after.length + 1).fill(0)
  for (const id of before) {
    let diagonal = 0
    for (const [place, other] of after.entries()) {
      const above = row[place + 1] ?? 0
      row[place + 1] = id === other ? diagonal + 1 : Math.max(above, row[place] ?? 0)
      diagonal = above
    }
  }
  return row.at(-1) ?? 0
}

test('without what was added it is the earlier list, without what was removed the later, and nothing stays that could', () => {
  fc.assert(
    fc.property(ids, ids, (before, after) => {
      const found = idDifference(before, after)
      const without = (kind: string) => found.filter((one) => one.kind !== kind).map(({ id }) => id)
      expect(without('added')).toEqual(before)
      expect(without('removed')).toEqual(after)
      expect(found.filter(({ kind }) => kind === 'same')).toHaveLength(longestCommon(before, after))
    }),
    { numRuns: propertyRuns() },
  )
})
