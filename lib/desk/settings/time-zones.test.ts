import { expect, test } from 'vitest'
import { timeZones, zoneChoices } from '@/lib/desk/settings/time-zones'

test('zones go by the names they have today', () => {
  const zones = timeZones('Europe/Lisbon')
  expect(zones).toEqual(expect.arrayContaining(['Asia/Kolkata', 'Europe/Kyiv', 'Europe/Lisbon', 'UTC']))
  expect(zones).not.toContain('Asia/Calcutta')
  expect(zones).toEqual([...new Set(zones)].sort())
})

test('every zone can be reckoned with', () => {
  for (const timeZone of timeZones('UTC')) new Intl.DateTimeFormat('en', { timeZone })
})

test('the zone a paper has is among them under the name it has there', () => {
  expect(timeZones('Asia/Calcutta')).toContain('Asia/Calcutta')
})

test('a zone is chosen by its place, under its part of the world', () => {
  const choices = zoneChoices('Europe/Lisbon')
  expect(choices.map(({ region }) => region)).toEqual(expect.arrayContaining(['Africa', 'Asia', 'Europe', 'Universal']))
  const nameOf = (id: string) => choices.flatMap(({ zones }) => zones).find((zone) => zone.id === id)?.name
  expect(['Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'America/New_York', 'UTC'].map(nameOf)).toEqual([
    ...['Kolkata', 'Buenos Aires, Argentina', 'New York', 'UTC'],
  ])
  const all = choices.flatMap(({ zones }) => zones.map(({ id }) => id))
  expect(all.toSorted()).toEqual(timeZones('Europe/Lisbon'))
})
