import { expect, test } from 'vitest'
import { chosenVersions } from '@/lib/desk/revisions/chosen-versions'
import type { ListedRevision } from '@/lib/desk/revisions/listed-revision'

const NOON = Date.UTC(2026, 10, 23, 12)

function saved(version: number, minutes: number, reason = 'saved'): ListedRevision {
  return {
    version,
    savedAt: NOON + minutes * 60_000,
    savedBy: 'Mara Quill',
    savedById: null,
    reason,
    remark: '',
    aside: false,
  }
}

const REVISIONS = [saved(5, 21), saved(4, 20), saved(3, 1), saved(2, 0), saved(1, 0, 'written')]

test('the address chooses two versions', () => {
  expect(chosenVersions(REVISIONS, { before: '1', after: '4' })).toEqual({ before: 1, after: 4 })
})

test('without a choice the newest version is compared with the sitting before it', () => {
  expect(chosenVersions(REVISIONS, {})).toEqual({ before: 3, after: 5 })
  expect(chosenVersions(REVISIONS, { after: '3', before: '99' })).toEqual({ before: 1, after: 3 })
})

test('a first sitting is compared with the version before, an only version with itself', () => {
  expect(chosenVersions([saved(2, 1), saved(1, 0)], {})).toEqual({ before: 1, after: 2 })
  expect(chosenVersions([saved(1, 0)], { after: 'x' })).toEqual({ before: 1, after: 1 })
})
