import fc from 'fast-check'
import { expect, it } from 'vitest'
import { numberedBody } from '@/lib/copy/numbered-body'
import { type AddressState, afterCheck, DEAD_AFTER_DAYS, isAnswering } from '@/lib/linking/outside/address-check'
import { outsideLinks } from '@/lib/linking/outside/outside-links'
import { propertyRuns } from '@/lib/testing/property-runs'

const NEW: AddressState = { failedSince: null, failedDays: 0, checkedAt: null }
const GONE = { status: 404, problem: '' }
const at = (hours: number) => new Date(Date.UTC(2026, 10, 23, hours))

it('addresses of other sites are found in words, lists, boxes and blocks, each once; mail and telephone are none', () => {
  const to = (href: string) => [{ text: 'there', link: { to: 'web' as const, href } }]
  const body = numberedBody([
    { type: 'paragraph', text: [...to('https://a.example/x#part'), ...to('mailto:desk@a.example')] },
    { type: 'list', ordered: false, items: [to('https://b.example/'), to('https://a.example/x')] },
    { type: 'also-read', target: { kind: 'external', url: 'http://c.example/y', label: 'There' } },
  ])
  expect(outsideLinks(body)).toEqual(['https://a.example/x', 'https://b.example/', 'http://c.example/y'])
})

it.each([
  [200, true],
  [301, true],
  [403, true],
  [429, true],
  [404, false],
  [410, false],
  [500, false],
  [null, false],
])('an address with status %s answers: %s', (status, answers) => {
  expect(isAnswering({ status, problem: '' })).toBe(answers)
})

it('an address is dead after failures on three days, and alive with one answer', () => {
  let state = NEW
  for (const hours of [8, 9, 32, 33]) state = afterCheck(state, GONE, at(hours))
  expect(state.failedDays).toBe(2)
  state = afterCheck(state, GONE, at(56))
  expect(state).toMatchObject({ failedDays: DEAD_AFTER_DAYS, failedSince: at(8) })
  expect(afterCheck(state, { status: 200, problem: '' }, at(80))).toMatchObject({ failedDays: 0, failedSince: null })
})

it('failures never count more days than have passed, and the next check is always ahead', () => {
  const step = fc.record({ hours: fc.integer({ min: 0, max: 60 }), status: fc.constantFrom(200, 404, 503, null) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let state = NEW
      let hour = 0
      for (const { hours, status } of steps) {
        hour += hours
        const next = afterCheck(state, { status, problem: '' }, at(hour))
        expect(next.nextCheckAt.getTime()).toBeGreaterThan(at(hour).getTime())
        if (next.failedSince) {
          const days = Math.floor(at(hour).getTime() / 86_400_000) - Math.floor(next.failedSince.getTime() / 86_400_000)
          expect(next.failedDays).toBeLessThanOrEqual(days + 1)
        } else expect(next.failedDays).toBe(0)
        state = next
      }
    }),
    { numRuns: propertyRuns() },
  )
})
