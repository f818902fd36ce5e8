import fc from 'fast-check'
import { expect, it } from 'vitest'
import { listSpan } from '@/lib/desk/list/list-span'
import { paperSchema } from '@/lib/desk/settings/settings-input'
import { propertyRuns } from '@/lib/testing/property-runs'
import { isoWithZone } from '@/lib/time/dates'
import { isTimeZone, usableTimeZone } from '@/lib/time/time-zone'

it.each(['UTC', 'Europe/Lisbon', 'Asia/Kolkata'])('%s is a time zone', (zone) => {
  expect(isTimeZone(zone)).toBe(true)
  expect(usableTimeZone(zone)).toBe(zone)
})

it.each(['', 'Lisbon', 'Europe/Atlantis', 'GMT+25', 'Europe/Lisbon '])(
  '“%s” is none; a paper that has it shows UTC',
  (zone) => {
    expect(isTimeZone(zone)).toBe(false)
    expect(usableTimeZone(zone)).toBe('UTC')
    if (zone.trim() === zone) expect(paperSchema.shape.timeZone.safeParse(zone).success).toBe(false)
  },
)

it('a zone of any spelling never stops a page', () => {
  fc.assert(
    fc.property(fc.string(), (zone) => {
      expect(isoWithZone(new Date(0), usableTimeZone(zone))).toMatch(/^19(?:69|70)-/)
    }),
    { numRuns: propertyRuns(500) },
  )
})

it('a list spans any days that an address names, or none of them', () => {
  const day = fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 19 }), fc.integer({ min: 0, max: 39 }))
    .map(([year, month, date]) =>
      [String(year).padStart(4, '0'), ...[month, date].map((n) => String(n).padStart(2, '0'))].join('-'),
    )
  const given = fc.oneof(fc.constant(''), fc.constantFrom('9999-12-31', '0000-01-01', '2024-02-31', 'today'), day)
  fc.assert(
    fc.property(given, given, fc.constantFrom('UTC', 'Pacific/Kiritimati', 'America/Sao_Paulo'), (from, to, zone) => {
      for (const at of Object.values(listSpan({ from, to, hour: '' }, zone))) {
        if (at !== null) expect(Number.isNaN(at.getTime())).toBe(false)
      }
    }),
    { numRuns: propertyRuns(300) },
  )
})
