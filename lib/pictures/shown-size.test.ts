import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MAX_PIXELS, MAX_WIDTH_PX, sizeProblem } from '@/lib/pictures/shown-size'
import { propertyRuns } from '@/lib/testing/property-runs'

it.each([
  [16, 16, null],
  [1600, 900, null],
  [320, 16_383, null],
  [3200, 31_000, null],
  [20_000, 5_000, null],
  [15, 400, /15 × 400 pixels; each side needs at least 16/],
  [320, 16_384, /too tall.*Cut it/],
  [16, 60_000, /too tall.*Cut it/],
  [60_000, 16, /too wide.*Cut a part/],
  [12_000, 9_000, /108 megapixels; the most is 100/],
  [10_000, 10_001, /101 megapixels; the most is 100/],
])('%d × %d pixels', (width, height, words) => {
  const problem = sizeProblem({ width, height })
  if (words === null) expect(problem).toBeNull()
  else expect(problem).toMatch(words)
})

it('what can be shown fits every format, and is more than a line', () => {
  const side = fc.integer({ min: 1, max: 200_000 })
  fc.assert(
    fc.property(side, side, (width, height) => {
      if (sizeProblem({ width, height }) !== null) return
      const scale = Math.min(1, MAX_WIDTH_PX / width)
      expect(width * height).toBeLessThanOrEqual(MAX_PIXELS)
      expect(Math.round(height * scale)).toBeLessThanOrEqual(16_383)
      expect(Math.round(height * scale)).toBeGreaterThanOrEqual(16)
    }),
    { numRuns: propertyRuns() },
  )
})
