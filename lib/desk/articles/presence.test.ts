import { expect, test } from 'vitest'
import { leave, othersAt, type Visits } from '@/lib/desk/articles/presence'

const NOON = Date.UTC(2026, 10, 23, 12)
const FERRY = 42
const mara = { name: 'Mara Quill', tab: 'm1' }
const tomas = { name: 'Tomas Reed', tab: 't1' }

test('two people who have one story open see each other, and nobody sees themselves', () => {
  const visits: Visits = new Map()
  expect(othersAt(visits, { id: FERRY, visitor: mara, now: NOON })).toEqual([])
  expect(othersAt(visits, { id: FERRY, visitor: tomas, now: NOON })).toEqual([mara])
  expect(othersAt(visits, { id: FERRY, visitor: mara, now: NOON })).toEqual([tomas])
  expect(othersAt(visits, { id: 43, visitor: mara, now: NOON })).toEqual([])
})

test('a second tab of the same person is somebody else', () => {
  const visits: Visits = new Map()
  othersAt(visits, { id: FERRY, visitor: mara, now: NOON })
  expect(othersAt(visits, { id: FERRY, visitor: { ...mara, tab: 'm2' }, now: NOON })).toEqual([mara])
})

test('somebody who left, or was silent for half a minute, is not there', () => {
  const visits: Visits = new Map()
  othersAt(visits, { id: FERRY, visitor: mara, now: NOON })
  othersAt(visits, { id: FERRY, visitor: { ...mara, tab: 'm2' }, now: NOON + 10_000 })
  leave(visits, { id: FERRY, tab: 'm2', now: NOON + 20_000 })
  expect(othersAt(visits, { id: FERRY, visitor: tomas, now: NOON + 29_999 })).toEqual([mara])
  expect(othersAt(visits, { id: FERRY, visitor: tomas, now: NOON + 30_000 })).toEqual([])
})
