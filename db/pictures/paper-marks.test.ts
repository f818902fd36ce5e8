import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeMark } from '@/db/pictures/paper-marks'
import { iconFileAt } from '@/lib/pictures/paper-marks'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'marks-'))
  mkdirSync(join(dataDir, 'media/incoming/one'), { recursive: true })
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const files = () => readdirSync(join(dataDir, 'media')).filter((name) => name !== 'incoming')

async function made(kind: 'icon' | 'logo', [width, height]: [number, number]) {
  const file = join(dataDir, 'media/incoming/one/upload')
  const clear = { r: 12, g: 82, b: 95, alpha: 0.5 }
  await sharp({ create: { width, height, channels: 4, background: clear } })
    .png()
    .toFile(file)
  return writeMark(dataDir, { file, kind })
}

test('an icon is made in every size at which browsers and devices look', async () => {
  const icon = await made('icon', [600, 600])
  if (!('maskableStem' in icon)) throw new Error('the icon was made')
  const addresses = ['favicon.ico', 'favicon.svg', 'apple-touch-icon.png', 'icon-192.png', 'icon-512.png']
  const sizes = [48, 48, 180, 192, 512, 512]
  for (const [place, name] of [...addresses, 'icon-maskable-512.png'].entries()) {
    const { width, height, hasAlpha, format } = await sharp(
      join(dataDir, 'media', iconFileAt(`/${name}`, icon) ?? ''),
    ).metadata()
    expect([name, format, width, height]).toEqual([name, 'png', sizes[place], sizes[place]])
    // What a device cuts or fills has a ground.
    expect([name, hasAlpha]).toEqual([name, !/apple|maskable/.test(name)])
  }
  expect(iconFileAt('/robots.txt', icon)).toBeNull()
  expect(files()).toHaveLength(5)
})

test('a logo keeps its shape, and is not made larger', async () => {
  expect(await made('logo', [400, 200])).toMatchObject({ widthPx: 400, heightPx: 200 })
  expect(await made('logo', [3000, 1000])).toMatchObject({ widthPx: 1200, heightPx: 400 })
  expect(files()).toHaveLength(2)
})

test.each([
  ['icon', [600, 300], 'An icon is square. Crop it to a square, and upload that.'],
  ['icon', [200, 200], 'The icon is too small: devices want 512 pixels or more. Export it larger.'],
  ['logo', [100, 400], 'The logo is too small: search engines want 112 pixels or more on each side. Export it larger.'],
] as const)('an %s of %s pixels is refused, and leaves no file', async (kind, size, unusable) => {
  expect(await made(kind, [...size])).toEqual({ unusable })
  expect(files()).toEqual([])
})

test('a drawing and a text are refused in words', async () => {
  const file = join(dataDir, 'media/incoming/one/upload')
  for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"></svg>', 'Good morning']) {
    writeFileSync(file, text)
    expect(await writeMark(dataDir, { file, kind: 'logo' })).toHaveProperty('unusable')
  }
  expect(files()).toEqual([])
})
