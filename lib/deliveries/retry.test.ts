import { describe, expect, it, test } from 'vitest'
import type { DeliveryResponse } from '@/lib/deliveries/delivery'
import { deliveryOutcome, retryAfterMs } from '@/lib/deliveries/retry'

const NOW = new Date('2026-11-23T14:00:00Z')
const HOUR = 3600
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000)

const response = (status: number | null, retryAfterMs: number | null = null): DeliveryResponse => ({
  isSuccess: status !== null && status < 300,
  status,
  text: '',
  retryAfterMs,
})

/** Seconds until the next attempt; null when there is none. */
function delay(status: number | null, { attempts = 1, age = 0, key = '7:2', retryAfter = null as number | null } = {}) {
  const retryAfterMs = retryAfter === null ? null : retryAfter * 1000
  const outcome = deliveryOutcome(response(status, retryAfterMs), { key, attempts, createdAt: ago(age), now: NOW })
  return outcome.kind === 'retry' ? (outcome.at.getTime() - NOW.getTime()) / 1000 : null
}

test('a success is not attempted again', () => {
  expect(deliveryOutcome(response(204), { key: '7:2', attempts: 9, createdAt: ago(0), now: NOW })).toEqual({
    kind: 'delivered',
  })
})

describe('after a failure that may be temporary', () => {
  it.each([null, 500, 503, 408, 425, 429])('such as %s, delays grow fourfold up to an hour', (status) => {
    const delays = [1, 2, 3, 4, 5, 6, 7, 60].map((attempts) => delay(status, { attempts }) ?? 0)
    for (const [place, longest] of [5, 20, 80, 320, 1280, HOUR, HOUR, HOUR].entries()) {
      expect(delays[place]).toBeGreaterThanOrEqual(longest * 0.8)
      expect(delays[place]).toBeLessThanOrEqual(longest)
    }
  })

  it('the site gives up after three days', () => {
    expect(delay(null, { age: 72 * HOUR - 1, attempts: 80 })).not.toBeNull()
    expect(delay(null, { age: 72 * HOUR, attempts: 80 })).toBeNull()
  })

  it('deliveries that failed together are retried at different times, and each delay is deterministic', () => {
    const delays = ['1:2', '2:2', '3:2', '4:2', '5:2'].map((key) => delay(500, { key, attempts: 4 }))
    expect(new Set(delays).size).toBe(5)
    expect(delay(500, { key: '1:2', attempts: 4 })).toBe(delays[0])
  })

  it('Retry-After is obeyed up to an hour', () => {
    expect(delay(503, { retryAfter: 120 })).toBe(120)
    expect(delay(429, { retryAfter: 1 })).toBeGreaterThanOrEqual(4)
    expect(delay(429, { retryAfter: 9 * HOUR })).toBe(HOUR)
  })
})

describe('after a refusal that only people can change', () => {
  it.each([301, 400, 401, 403, 404, 422])('such as %d, the site retries about once an hour, for a day', (status) => {
    expect(delay(status)).toBeGreaterThanOrEqual(0.8 * HOUR)
    expect(delay(status)).toBeLessThanOrEqual(HOUR)
    expect(delay(status, { age: 24 * HOUR - 1, attempts: 20 })).not.toBeNull()
    expect(delay(status, { age: 24 * HOUR, attempts: 20 })).toBeNull()
  })

  it('a delivery is given up at once after 410', () => {
    expect(delay(410)).toBeNull()
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
