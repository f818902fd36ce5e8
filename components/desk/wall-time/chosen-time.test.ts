import { expect, test } from 'vitest'
import { chosenTime, comingText } from '@/components/desk/wall-time/chosen-time'

const lisbon = (now: string) => ({ now: new Date(now), timeZone: 'Europe/Lisbon' })
const MONDAY = lisbon('2026-11-23T14:00:00Z')

test('a day and a time are an instant in the time zone of the site', () => {
  expect(chosenTime({ day: '2026-11-24', time: '06:00', turn: null }, MONDAY)).toEqual({
    kind: 'at',
    at: Date.parse('2026-11-24T06:00:00Z'),
  })
})

test('a time that has passed is refused in words', () => {
  expect(chosenTime({ day: '2026-11-23', time: '13:00', turn: null }, MONDAY)).toEqual({
    kind: 'problem',
    message: 'That time has passed: it was 1 h ago.',
  })
})

test('a time that the clocks skip is refused, with the times around the gap', () => {
  expect(chosenTime({ day: '2026-03-29', time: '01:30', turn: null }, lisbon('2026-03-28T12:00:00Z'))).toEqual({
    kind: 'problem',
    message: '01:30 does not exist on that day: the clocks go from 01:00 to 02:00. Choose a time before or after.',
  })
})

test('of a time that occurs twice, the editor chooses one', () => {
  const october = lisbon('2026-10-24T12:00:00Z')
  const wall = { day: '2026-10-25', time: '01:30' }
  expect(chosenTime({ ...wall, turn: null }, october)).toEqual({
    kind: 'which',
    first: 'WEST (00:30 UTC)',
    second: 'WET (01:30 UTC)',
  })
  expect(chosenTime({ ...wall, turn: 'first' }, october)).toEqual({
    kind: 'at',
    at: Date.parse('2026-10-25T00:30:00Z'),
  })
  expect(chosenTime({ ...wall, turn: 'second' }, october)).toEqual({
    kind: 'at',
    at: Date.parse('2026-10-25T01:30:00Z'),
  })
})

test('what is coming is spelled out with the time zone', () => {
  const night = lisbon('2026-11-24T03:00:00Z')
  expect(comingText('Publishes', Date.parse('2026-11-24T06:00:00Z'), night)).toBe(
    'Publishes Tuesday 24 November 2026, 06:00 WET (Europe/Lisbon), in 3 h',
  )
})
