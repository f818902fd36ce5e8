import fc from 'fast-check'
import { expect, it } from 'vitest'
import { paperSchema } from '@/lib/desk/settings/settings-input'
import { propertyRuns } from '@/lib/testing/property-runs'
import { isoWithZone } from '@/lib/time/dates'
import { isTimeZone, usableTimeZone } from '@/lib/time/time-zone'

it.each(['UTC', 'Europe/Lisbon', 'Asia/Kolkata'])('%s is a time zone', (zone) => {
  expect(isTimeZone(zone)).toBe(true)
  expect(usableTimeZone(zone)).toBe(zone)
})

const NO_ZONES = ['', 'Lisbon', 'Europe/Atlantis', 'GMT+25']

it.each([...NO_ZONES, 'Europe/Lisbon '])('“%s” is none; a paper that has it shows UTC', (zone) => {
  expect(isTimeZone(zone)).toBe(false)
  expect(usableTimeZone(zone)).toBe('UTC')
})

it.each(NO_ZONES)('“%s” is refused for the paper', (zone) => {
  expect(paperSchema.shape.timeZone.safeParse(zone).success).toBe(false)
})

it('a space around the zone of the paper is cut', () => {
  expect(paperSchema.shape.timeZone.parse('Europe/Lisbon ')).toBe('Europe/Lisbon')
})

it('a zone of any spelling never stops a page', () => {
  fc.assert(
    fc.property(fc.string(), (zone) => {
      expect(isoWithZone(new Date(0), usableTimeZone(zone))).toMatch(/^19(?:69|70)-/)
    }),
    { numRuns: propertyRuns(500) },
  )
})
