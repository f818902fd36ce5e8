import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '@/lib/testing/property-runs'
import { isoWithZone } from '@/lib/time/dates'

/** Day, time and seconds as the calendar of the platform shows them. */
function shown(instant: Date, timeZone: string): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat('sv-SE', { ...parts, ...time, timeZone }).format(instant).replace(' ', 'T')
}

const ZONES = [
  ...['UTC', 'Europe/Lisbon', 'Asia/Kolkata', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia'],
  ...['Africa/Casablanca', 'Asia/Gaza', 'America/Caracas', 'Antarctica/Troll', 'Asia/Pyongyang', 'America/New_York'],
]

describe('an instant with the offset of its zone', () => {
  it('shows what the clocks of the zone show, at any instant of a century', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(1945, 0), max: Date.UTC(2045, 0) }),
        (timeZone, ms) => {
          const instant = new Date(ms)
          const iso = isoWithZone(instant, timeZone)
          expect(iso.slice(0, 19)).toBe(shown(instant, timeZone))
          expect(Math.floor(Date.parse(iso) / 1000)).toBe(Math.floor(ms / 1000))
        },
      ),
      { numRuns: propertyRuns() },
    )
  })

  it('changes at the second at which clocks do', () => {
    expect(isoWithZone(new Date('2026-10-25T00:59:59Z'), 'Europe/Lisbon')).toBe('2026-10-25T01:59:59+01:00')
    expect(isoWithZone(new Date('2026-10-25T01:00:00Z'), 'Europe/Lisbon')).toBe('2026-10-25T01:00:00+00:00')
    expect(isoWithZone(new Date('2011-12-30T10:00:00Z'), 'Pacific/Apia')).toBe('2011-12-31T00:00:00+14:00')
  })

  it('is found at the ends of the calendar', () => {
    for (const ms of [-8_640_000_000_000, 253_402_300_799_000]) {
      expect(Date.parse(isoWithZone(new Date(ms), 'UTC'))).toBe(ms)
    }
  })
})
