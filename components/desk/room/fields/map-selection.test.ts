import { expect, test } from 'vitest'
import { mapSelection } from '@/components/desk/room/fields/map-selection'

const caret = (at: number) => ({ start: at, end: at })

test('a caret before a change of somebody else stays', () => {
  expect(mapSelection('The last ferry', 'The last ferry leaves at six', caret(4))).toEqual(caret(4))
})

test('a caret after the change moves with the text around it', () => {
  expect(mapSelection('ferry leaves', 'The last ferry leaves', caret(5))).toEqual(caret(14))
  expect(mapSelection('The last ferry', 'The ferry', { start: 9, end: 14 })).toEqual({ start: 4, end: 9 })
})

test('a caret within replaced text stays inside the field', () => {
  expect(mapSelection('The last ferry', 'The bus', caret(8)).start).toBeLessThanOrEqual('The bus'.length)
})
