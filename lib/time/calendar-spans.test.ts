import { describe, expect, it } from 'vitest'
import { kindOfSpan, spanAfter, spanAt, spanBounds, spansAround, spansWithin } from '@/lib/time/calendar-spans'
import { spanInWords } from '@/lib/time/dates'

describe('a year, a month or a day', () => {
  it('is that of the zone', () => {
    const instant = new Date('2026-10-31T19:00:00Z')
    expect(spanAt(instant, { kind: 'day', timeZone: 'Asia/Kolkata' })).toBe('2026-11-01')
    expect(spanAt(instant, { kind: 'month', timeZone: 'Europe/Lisbon' })).toBe('2026-10')
    expect(spanAt(instant, { kind: 'year', timeZone: 'UTC' })).toBe('2026')
  })

  it.each([
    ['2026', '2027'],
    ['2026-11', '2026-12'],
    ['2026-12', '2027-01'],
    ['2026-11-30', '2026-12-01'],
    ['2024-02-28', '2024-02-29'],
    ['2026-12-31', '2027-01-01'],
  ])('after %s comes %s', (span, after) => {
    expect(spanAfter(span)).toBe(after)
  })

  it('holds the spans within it, and stands in those around it', () => {
    expect(spansWithin('2026')).toHaveLength(12)
    expect(spansWithin('2024-02').at(-1)).toBe('2024-02-29')
    expect(spansWithin('2026-11-26')).toEqual([])
    expect(spansAround('2026-11-26')).toEqual(['2026', '2026-11'])
    expect(spansAround('2026')).toEqual([])
    expect(['2026', '2026-11', '2026-11-26'].map(kindOfSpan)).toEqual(['year', 'month', 'day'])
  })

  it('lasts as long as the clocks of the zone say, and a day that was left out has no time', () => {
    expect(spanBounds('2026-10-25', 'Europe/Lisbon')).toEqual({
      from: new Date('2026-10-24T23:00:00Z'),
      to: new Date('2026-10-26T00:00:00Z'),
    })
    const { from, to } = spanBounds('2011-12-30', 'Pacific/Apia')
    expect(from).toEqual(to)
    expect(() => spanBounds('2026-13', 'UTC')).toThrow('2026-13')
  })

  it.each([
    ['2026-11-26', 'en', false, '26 November 2026'],
    ['2026-11', 'de', false, 'November 2026'],
    ['2026', 'en', false, '2026'],
    ['2026-11', 'pt', true, 'novembro'],
    ['2026-11-26', 'en', true, 'Thursday 26'],
    // Of this calendar, as the address says, whichever one the language counts by otherwise.
    ['2026-11', 'th', false, 'พฤศจิกายน 2026'],
  ])('%s in %s is said in its words', (span, language, isWithin, words) => {
    expect(spanInWords(span, { language, isWithin })).toBe(words)
  })
})
