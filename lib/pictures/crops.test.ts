import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CROPS, type CropShape, cropOf, isSuitableForSharing, parseCropName } from '@/lib/pictures/crops'
import { propertyRuns } from '@/lib/testing/property-runs'

const original = 'originals/0123456789abcdef.jpg'
const shapes = Object.keys(CROPS) as CropShape[]
const picture = fc.record({
  widthPx: fc.integer({ min: 16, max: 1600 }),
  heightPx: fc.integer({ min: 16, max: 6000 }),
  focus: fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }) }),
  original: fc.constant(original),
})

test('every crop lies inside its picture, holds the focal point, has its shape and is never enlarged', () => {
  fc.assert(
    fc.property(picture, fc.constantFrom(...shapes), (one, shape) => {
      const { area, widthPx, heightPx } = cropOf(one, shape)
      expect(area.left).toBeGreaterThanOrEqual(0)
      expect(area.top).toBeGreaterThanOrEqual(0)
      expect(area.left + area.width).toBeLessThanOrEqual(one.widthPx)
      expect(area.top + area.height).toBeLessThanOrEqual(one.heightPx)
      // The name has whole percent, and pixels are whole.
      const slackX = one.widthPx * 0.005 + 1
      const slackY = one.heightPx * 0.005 + 1
      expect(one.focus.x * one.widthPx).toBeGreaterThanOrEqual(area.left - slackX)
      expect(one.focus.x * one.widthPx).toBeLessThanOrEqual(area.left + area.width + slackX)
      expect(one.focus.y * one.heightPx).toBeGreaterThanOrEqual(area.top - slackY)
      expect(one.focus.y * one.heightPx).toBeLessThanOrEqual(area.top + area.height + slackY)
      expect(widthPx).toBeLessThanOrEqual(Math.min(area.width, CROPS[shape].widthPx))
      const ratio = CROPS[shape].widthPx / CROPS[shape].heightPx
      expect(Math.abs(area.width - area.height * ratio)).toBeLessThanOrEqual(ratio + 1)
      expect(Math.abs(widthPx - heightPx * ratio)).toBeLessThanOrEqual(ratio + 1)
    }),
    { numRuns: propertyRuns(500) },
  )
})

test('the name of a crop says which picture, which shape and which focal point', () => {
  const { path } = cropOf({ widthPx: 1600, heightPx: 1000, focus: { x: 0.254, y: 1 }, original }, '4x3')
  expect(path).toBe('/media/0123456789abcdef-4x3-25x100.jpg')
  expect(parseCropName(path.slice('/media/'.length))).toEqual({
    stem: '0123456789abcdef',
    shape: '4x3',
    focus: { x: 0.25, y: 1 },
  })
})

test.each(['0123456789abcdef-4x3-025x1.jpg', '0123456789abcdef-5x3-25x1.jpg', '0123456789abcdef-480.jpg', '../x'])(
  '%s is not the name of a crop',
  (name) => expect(parseCropName(name)).toBeNull(),
)

test('a picture that is too small for the large card is not suitable for sharing', () => {
  const focus = { x: 0.5, y: 0.5 }
  expect(isSuitableForSharing({ widthPx: 1200, heightPx: 630, focus, original })).toBe(true)
  expect(isSuitableForSharing({ widthPx: 1199, heightPx: 900, focus, original })).toBe(false)
  expect(isSuitableForSharing({ widthPx: 1600, heightPx: 600, focus, original })).toBe(false)
})
