import { expect, it } from 'vitest'
import { BODY_ENDED, hasBrokenOff } from '@/lib/pages/broken-off'

it('a request has broken off when its sender left or its body was ended, and not when its work failed', () => {
  const whole = new Request('http://127.0.0.1/')
  expect(hasBrokenOff(whole, new Error('the work failed'))).toBe(false)
  expect(hasBrokenOff(whole, Object.assign(new Error('another connection'), { code: 'ECONNRESET' }))).toBe(false)
  expect(hasBrokenOff(whole, Object.assign(new Error('too large'), { code: BODY_ENDED }))).toBe(true)
  const left = new Request('http://127.0.0.1/', { signal: AbortSignal.abort() })
  expect(hasBrokenOff(left, new Error('aborted'))).toBe(true)
})
