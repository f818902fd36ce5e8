import { expect, test } from 'vitest'
import { mapSelection } from '@/components/desk/room/fields/map-selection'

const caret = (at: number) => ({ start: at, end: at })

test('a caret before the words of somebody else stays', () => {
  expect(mapSelection('The last ferry', 'The last ferry leaves at six', caret(4))).toEqual(caret(4))
})

test('a caret behind them moves with the words around it', () => {
  expect(mapSelection('ferry leaves', 'The last ferry leaves', caret(5))).toEqual(caret(14))
  expect(mapSelection('The last ferry', 'The ferry', { start: 9, end: 14 })).toEqual({ start: 4, end: 9 })
})

test('a caret within what was replaced stays inside of the field', () => {
  expect(mapSelection('The last ferry', 'The bus', caret(8)).start).toBeLessThanOrEqual('The bus'.length)
})
