import { describe, expect, it, test } from 'vitest'
import type { Answer } from '@/lib/deliveries/delivery'
import { retryAfterMs, verdict } from '@/lib/deliveries/retry'

const NOW = new Date('2026-11-23T14:00:00Z')
const HOUR = 3600
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000)

const answer = (status: number | null, retryAfterMs: number | null = null): Answer => ({
  ...{ isFine: status !== null && status < 300, status, words: '', retryAfterMs },
})

/** Seconds until the next attempt; null when there is none. */
function pause(status: number | null, { attempts = 1, age = 0, key = '7:2', asked = null as number | null } = {}) {
  const asks = asked === null ? null : asked * 1000
  const decided = verdict(answer(status, asks), { key, attempts, createdAt: ago(age), now: NOW })
  return decided.kind === 'again' ? (decided.at.getTime() - NOW.getTime()) / 1000 : null
}

test('a fine answer is the end of it', () => {
  expect(verdict(answer(204), { key: '7:2', attempts: 9, createdAt: ago(0), now: NOW })).toEqual({ kind: 'through' })
})

describe('after a failure that time may heal', () => {
  it.each([null, 500, 503, 408, 425, 429])('such as %s, pauses grow fourfold up to an hour', (status) => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 60].map((attempts) => pause(status, { attempts }) ?? 0)
    for (const [place, longest] of [5, 20, 80, 320, 1280, HOUR, HOUR, HOUR].entries()) {
      expect(pauses[place]).toBeGreaterThanOrEqual(longest * 0.8)
      expect(pauses[place]).toBeLessThanOrEqual(longest)
    }
  })

  it('the site gives up after three days', () => {
    expect(pause(null, { age: 72 * HOUR - 1, attempts: 80 })).not.toBeNull()
    expect(pause(null, { age: 72 * HOUR, attempts: 80 })).toBeNull()
  })

  it('what failed together comes back apart, and the same each time', () => {
    const pauses = ['1:2', '2:2', '3:2', '4:2', '5:2'].map((key) => pause(500, { key, attempts: 4 }))
    expect(new Set(pauses).size).toBe(5)
    expect(pause(500, { key: '1:2', attempts: 4 })).toBe(pauses[0])
  })

  it('the receiver says how long it wants to be left alone, up to an hour', () => {
    expect(pause(503, { asked: 120 })).toBe(120)
    expect(pause(429, { asked: 1 })).toBeGreaterThanOrEqual(4)
    expect(pause(429, { asked: 9 * HOUR })).toBe(HOUR)
  })
})

describe('after an answer that only people can change', () => {
  it.each([301, 400, 401, 403, 404, 422])('such as %d, the site asks about once an hour, for a day', (status) => {
    expect(pause(status)).toBeGreaterThanOrEqual(0.8 * HOUR)
    expect(pause(status)).toBeLessThanOrEqual(HOUR)
    expect(pause(status, { age: 24 * HOUR - 1, attempts: 20 })).not.toBeNull()
    expect(pause(status, { age: 24 * HOUR, attempts: 20 })).toBeNull()
  })

  it('410 ends it at once', () => {
    expect(pause(410)).toBeNull()
  })
})

test.each([
  ['120', 120_000],
  ['Mon, 23 Nov 2026 14:02:00 GMT', 120_000],
  ['Mon, 23 Nov 2026 13:00:00 GMT', 0],
  ['soon', null],
  [undefined, null],
])('Retry-After: %s', (words, ms) => {
  expect(retryAfterMs(words, NOW)).toBe(ms)
})
