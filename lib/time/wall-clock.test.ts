import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '@/lib/testing/property-runs'
import { distance, readWallTime, spelledOut, wallTime, zoneName } from '@/lib/time/wall-clock'

const LISBON = 'Europe/Lisbon'

describe('a wall time', () => {
  test('is the instant at which the clocks of the zone show it', () => {
    expect(readWallTime({ day: '2026-11-24', time: '06:00' }, LISBON)).toEqual({
      kind: 'once',
      at: new Date('2026-11-24T06:00:00Z'),
    })
    expect(readWallTime({ day: '2026-11-24', time: '06:00' }, 'Asia/Kolkata')).toEqual({
      kind: 'once',
      at: new Date('2026-11-24T00:30:00Z'),
    })
    expect(readWallTime({ day: '2026-07-01', time: '06:00' }, LISBON)).toEqual({
      kind: 'once',
      at: new Date('2026-07-01T05:00:00Z'),
    })
  })

  test('that the clocks skip in spring is no instant; the result says from when to when they skip', () => {
    expect(readWallTime({ day: '2026-03-29', time: '01:30' }, LISBON)).toEqual({
      kind: 'never',
      jump: new Date('2026-03-29T01:00:00Z'),
      before: { day: '2026-03-29', time: '01:00' },
      after: { day: '2026-03-29', time: '02:00' },
    })
    expect(readWallTime({ day: '2026-03-29', time: '01:00' }, LISBON)?.kind).toBe('never')
    expect(readWallTime({ day: '2026-03-29', time: '02:00' }, LISBON)).toEqual({
      kind: 'once',
      at: new Date('2026-03-29T01:00:00Z'),
    })
  })

  test('that occurs twice in autumn is two instants, the earlier first', () => {
    expect(readWallTime({ day: '2026-10-25', time: '01:30' }, LISBON)).toEqual({
      kind: 'twice',
      at: [new Date('2026-10-25T00:30:00Z'), new Date('2026-10-25T01:30:00Z')],
    })
    expect(readWallTime({ day: '2026-10-25', time: '02:00' }, LISBON)?.kind).toBe('once')
  })

  test('is read in a zone that changes its clocks by half an hour', () => {
    expect(readWallTime({ day: '2026-04-05', time: '01:45' }, 'Australia/Lord_Howe')?.kind).toBe('twice')
    expect(readWallTime({ day: '2026-10-04', time: '02:15' }, 'Australia/Lord_Howe')?.kind).toBe('never')
  })

  test('on a whole day that a zone skipped is no instant', () => {
    expect(readWallTime({ day: '2011-12-30', time: '12:00' }, 'Pacific/Apia')?.kind).toBe('never')
  })

  test('on a day that does not exist is not valid', () => {
    expect(readWallTime({ day: '2026-02-30', time: '06:00' }, LISBON)).toBeNull()
    expect(readWallTime({ day: '2026-11-24', time: '24:61' }, LISBON)).toBeNull()
    expect(readWallTime({ day: '', time: '' }, LISBON)).toBeNull()
  })

  test('of any minute is read as that minute', () => {
    const zones = [LISBON, 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Chatham', 'Africa/Casablanca']
    fc.assert(
      fc.property(fc.integer({ min: 27_000_000, max: 31_000_000 }), fc.constantFrom(...zones), (minute, zone) => {
        const instant = new Date(minute * 60_000)
        const read = readWallTime(wallTime(instant, zone), zone)
        const instants = read?.kind === 'twice' ? read.at : read?.kind === 'once' ? [read.at] : []
        return instants.some((at) => at.getTime() === instant.getTime())
      }),
      { numRuns: propertyRuns() },
    )
  })
})

describe('words for an instant', () => {
  test('spell out day, time and zone', () => {
    expect(spelledOut(new Date('2026-11-24T06:00:00Z'), LISBON)).toBe(
      'Tuesday 24 November 2026, 06:00 WET (Europe/Lisbon)',
    )
  })

  test('have the local name of a zone, where English has one', () => {
    const winter = new Date('2026-11-24T06:00:00Z')
    expect(zoneName(winter, 'Asia/Kolkata')).toBe('IST')
    expect(zoneName(winter, 'America/New_York')).toBe('EST')
    expect(zoneName(winter, 'Europe/London')).toBe('GMT')
    expect(zoneName(winter, 'Asia/Riyadh')).toBe('GMT+3')
  })

  test('say how far away it is', () => {
    const from = new Date('2026-11-24T06:00:00Z')
    const words = (minutes: number) => distance(from, new Date(from.getTime() + minutes * 60_000))
    expect(words(0)).toBe('now')
    expect(words(45)).toBe('in 45 min')
    expect(words(180)).toBe('in 3 h')
    expect(words(80)).toBe('in 1 h 20 min')
    expect(words(60 * 20)).toBe('in 20 h')
    expect(words(60 * 24 * 5)).toBe('in 5 days')
    expect(words(-2)).toBe('2 min ago')
  })
})
