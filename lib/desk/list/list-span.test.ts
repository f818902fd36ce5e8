import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listSpan } from '@/lib/desk/list/list-span'
import { propertyRuns } from '@/lib/testing/property-runs'

describe('the days of a list', () => {
  test('are whole days by the clocks of the paper', () => {
    expect(listSpan({ from: '2026-11-23', to: '2026-11-23', hour: '' }, 'Asia/Kolkata')).toEqual({
      from: new Date('2026-11-22T18:30:00Z'),
      until: new Date('2026-11-23T18:30:00Z'),
    })
  })

  test('reach over the end of a month, and over a change of the clocks', () => {
    expect(listSpan({ from: '', to: '2026-10-31', hour: '' }, 'Europe/Lisbon').until).toEqual(
      new Date('2026-11-01T00:00:00Z'),
    )
    expect(listSpan({ from: '2026-03-29', to: '', hour: '' }, 'Europe/Lisbon').from).toEqual(
      new Date('2026-03-29T00:00:00Z'),
    )
    // Midnight does not exist on this day.
    expect(listSpan({ from: '2024-03-31', to: '', hour: '' }, 'Asia/Beirut').from).toEqual(
      new Date('2024-03-30T22:00:00Z'),
    )
  })

  test('without a day have no bound', () => {
    expect(listSpan({ from: '', to: '', hour: '' }, 'Europe/Lisbon')).toEqual({ from: null, until: null })
    expect(listSpan({ from: '2026-02-31', to: '', hour: '' }, 'Europe/Lisbon').from).toBeNull()
  })

  test('give way to an hour', () => {
    expect(listSpan({ from: '', to: '', hour: '2026-11-23T09' }, 'Asia/Kolkata')).toEqual({
      from: new Date('2026-11-23T03:30:00Z'),
      until: new Date('2026-11-23T04:30:00Z'),
    })
  })

  test('are any that an address names, or none', () => {
    const day = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 19 }), fc.integer({ min: 0, max: 39 }))
      .map(([year, month, date]) =>
        [String(year).padStart(4, '0'), ...[month, date].map((n) => String(n).padStart(2, '0'))].join('-'),
      )
    const given = fc.oneof(fc.constant(''), fc.constantFrom('9999-12-31', '0000-01-01', '2024-02-31', 'today'), day)
    fc.assert(
      fc.property(given, given, fc.constantFrom('UTC', 'Pacific/Kiritimati', 'America/Sao_Paulo'), (from, to, zone) => {
        const bounds = Object.values(listSpan({ from, to, hour: '' }, zone))
        expect(bounds.some((at) => Number.isNaN(at?.getTime()))).toBe(false)
      }),
      { numRuns: propertyRuns(300) },
    )
  })
})
