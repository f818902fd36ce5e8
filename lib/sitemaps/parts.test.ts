import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FILE_LIMITS, FileSplitter } from '@/lib/sitemaps/parts'
import { propertyRuns } from '@/lib/testing/property-runs'

describe('entries are divided into files', () => {
  it('of at most 50,000', () => {
    const meter = new FileSplitter(200)
    const parts = Array.from({ length: 100_001 }, () => meter.partOf(100))
    expect([49_999, 50_000, 99_999, 100_000].map((place) => parts[place])).toEqual([1, 2, 2, 3])
  })

  it('of at most 52,428,800 bytes, the begin and end of the file included', () => {
    const meter = new FileSplitter(800)
    expect([meter.partOf(FILE_LIMITS.bytes - 800), meter.partOf(1)]).toEqual([1, 2])
    const other = new FileSplitter(801)
    expect([other.partOf(FILE_LIMITS.bytes - 801 - 10), other.partOf(10), other.partOf(1)]).toEqual([1, 1, 2])
  })

  it('in their order, none empty and none too full, for any entries', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (sizes) => {
        const meter = new FileSplitter(10, { entries: 4, bytes: 100 })
        const parts = sizes.map((bytes) => meter.partOf(bytes))
        expect(parts).toEqual(parts.toSorted((a, b) => a - b))
        for (let part = 1; part <= Math.max(0, ...parts); part++) {
          const held = sizes.filter((_, place) => parts[place] === part)
          expect(held.length).toBeGreaterThan(0)
          expect(held.length).toBeLessThanOrEqual(4)
          expect(10 + held.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(100)
        }
      }),
      { numRuns: propertyRuns() },
    )
  })
})
