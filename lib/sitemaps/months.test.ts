import { describe, expect, it } from 'vitest'
import { monthAfter, monthBounds, monthOf, monthsBetween } from '@/lib/sitemaps/months'

const ZONES = ['America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Europe/Lisbon', 'UTC']

describe('a month of the paper', () => {
  it.each([
    // The year ends in Auckland first and in New York last.
    ['America/New_York', '2026-12', '2026-12-01T05:00:00.000Z', '2027-01-01T05:00:00.000Z'],
    ['Asia/Kolkata', '2026-12', '2026-11-30T18:30:00.000Z', '2026-12-31T18:30:00.000Z'],
    ['Pacific/Auckland', '2026-12', '2026-11-30T11:00:00.000Z', '2026-12-31T11:00:00.000Z'],
    // Months in which the clocks change are an hour shorter or longer.
    ['America/New_York', '2026-03', '2026-03-01T05:00:00.000Z', '2026-04-01T04:00:00.000Z'],
    ['America/New_York', '2026-11', '2026-11-01T04:00:00.000Z', '2026-12-01T05:00:00.000Z'],
    ['Pacific/Auckland', '2026-04', '2026-03-31T11:00:00.000Z', '2026-04-30T12:00:00.000Z'],
    ['Pacific/Auckland', '2026-09', '2026-08-31T12:00:00.000Z', '2026-09-30T11:00:00.000Z'],
    // In Paraguay the clocks once went forward at midnight at the start of a month, which therefore began at one.
    ['America/Asuncion', '2017-10', '2017-10-01T04:00:00.000Z', '2017-11-01T03:00:00.000Z'],
  ])('in %s, %s runs from %s to %s', (timeZone, month, from, to) => {
    expect(monthBounds(month, timeZone)).toEqual({ from: new Date(from), to: new Date(to) })
  })

  it('contains its first and its last millisecond, in every zone and every month', () => {
    for (const timeZone of ZONES) {
      for (const month of monthsBetween(new Date('2025-12-15'), new Date('2027-02-15'), timeZone)) {
        const { from, to } = monthBounds(month, timeZone)
        expect(monthOf(from, timeZone), timeZone).toBe(month)
        expect(monthOf(new Date(from.getTime() - 1), timeZone), timeZone).not.toBe(month)
        expect(monthOf(new Date(to.getTime() - 1), timeZone), timeZone).toBe(month)
        expect(to).toEqual(monthBounds(monthAfter(month), timeZone).from)
      }
    }
  })

  it('is followed by January of the next year when it is December', () => {
    expect(monthAfter('2026-12')).toBe('2027-01')
    expect(monthAfter('2026-09')).toBe('2026-10')
  })

  it('of a story is that of the calendar of the paper, not of UTC', () => {
    const instant = new Date('2026-12-31T23:30:00Z')
    expect(monthOf(instant, 'Pacific/Auckland')).toBe('2027-01')
    expect(monthOf(instant, 'America/New_York')).toBe('2026-12')
  })
})

it('months are listed from the first to the last, both included', () => {
  const months = monthsBetween(new Date('2026-11-30T23:00:00Z'), new Date('2027-01-01T00:00:00Z'), 'Asia/Kolkata')
  expect(months).toEqual(['2026-12', '2027-01'])
  expect(monthsBetween(new Date('2026-11-30'), new Date('2026-10-01'), 'UTC')).toEqual([])
})
