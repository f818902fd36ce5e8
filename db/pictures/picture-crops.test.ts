import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describePicture, savePicture } from '@/db/pictures/media'
import { cropOrder, writeCrop } from '@/db/pictures/picture-crops'
import { picturesByIds } from '@/db/pictures/pictures'
import { deleteUnusedFiles, stemOf } from '@/db/pictures/unclaimed-files'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { NOW } from '@/db/testing/fixtures'
import { CROPS, type CropShape, cropOf } from '@/lib/pictures/crops'

const WORDS = { alt: 'Quay', caption: '', credit: '', focalX: 0.5, focalY: 0.5, now: NOW }
const SHAPES = Object.keys(CROPS) as CropShape[]

let db: MemoryStore
let dataDir: string

beforeEach(() => {
  db = openMemoryStore()
  dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-crops-'))
})

afterEach(() => {
  rmSync(dataDir, { recursive: true })
})

async function pictureWith(id: number) {
  const picture = (await picturesByIds(db, [id])).get(id)
  if (!picture) throw new Error('the picture was not kept')
  return picture
}

/** A picture with only its original, because crops do not depend on its other files. */
async function added(bytes: Buffer, { focus = { x: 0.5, y: 0.5 }, extension = 'jpg' } = {}) {
  const { autoOrient } = await sharp(bytes).metadata()
  const widthPx = Math.min(1600, autoOrient.width)
  const heightPx = Math.round((autoOrient.height * widthPx) / autoOrient.width)
  const original = `originals/${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${extension}`
  mkdirSync(join(dataDir, 'media/originals'), { recursive: true })
  writeFileSync(join(dataDir, 'media', original), bytes)
  const picture = { widthPx, heightPx, original, files: [], stated: null }
  return pictureWith(await savePicture(db, { ...WORDS, focalX: focus.x, focalY: focus.y, picture }))
}

/** The name of a crop of the picture as its focal point is, and its file once that is made. */
async function cropped(picture: Parameters<typeof cropOf>[0], shape: CropShape) {
  const crop = cropOf(picture, shape)
  const name = crop.path.slice('/media/'.length)
  const order = await cropOrder(db, name)
  if (!order) throw new Error(`no picture has the crop ${name}`)
  await writeCrop(dataDir, order)
  return { crop, name, file: join(dataDir, 'media', name) }
}

/** A grey picture with a red square of 40 px around a point. */
function spotted(width: number, height: number, at: { x: number; y: number }): Promise<Buffer> {
  const spot = { create: { width: 40, height: 40, channels: 3 as const, background: '#ff0000' } }
  return sharp({ create: { width, height, channels: 3, background: '#808080' } })
    .composite([{ input: spot, left: Math.round(at.x * width) - 20, top: Math.round(at.y * height) - 20 }])
    .png()
    .toBuffer()
}

/**
 * A picture with another colour in each quarter, whose pixels were written as a camera does that was held in this
 * EXIF orientation (1 to 8); upright, all eight look the same.
 */
async function fourColours(orientation: number): Promise<Buffer> {
  const quarter = (background: string) => ({ create: { width: 300, height: 225, channels: 3 as const, background } })
  const upright = await sharp({ create: { width: 600, height: 450, channels: 3, background: '#204080' } })
    .composite([
      { input: quarter('#c03020'), left: 0, top: 0 },
      { input: quarter('#30a040'), left: 300, top: 0 },
      { input: quarter('#e0d060'), left: 0, top: 225 },
    ])
    .png()
    .toBuffer()
  // What turns an upright picture into the one that this orientation turns back.
  const isMirrored = [2, 4, 5, 7].includes(orientation)
  const degrees = { 3: 180, 4: 180, 5: 90, 6: 270, 7: 270, 8: 90 }[orientation] ?? 0
  const turned = await sharp(upright).rotate(degrees).png().toBuffer()
  return (isMirrored ? sharp(turned).flop() : sharp(turned)).withMetadata({ orientation }).jpeg().toBuffer()
}

/** The middle of what is red, in pixels, and how many pixels are. */
async function redIn(file: string) {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
  let [x, y, count] = [0, 0, 0]
  for (let at = 0; at < data.length; at += info.channels) {
    const [red = 0, green = 0] = data.subarray(at, at + 2)
    if (red < 200 || green > 80) continue
    x += (at / info.channels) % info.width
    y += Math.floor(at / info.channels / info.width)
    count += 1
  }
  return { x: x / count, y: y / count, count }
}

const PLACES = [
  { x: 0.5, y: 0.5 },
  { x: 0.05, y: 0.1 },
  { x: 0.95, y: 0.9 },
  { x: 0.2, y: 0.8 },
]

/** Half a pixel of rounding at each of the cut's and the spot's edges. */
const MAX_OFF_PX = 1

describe('writeCrop', () => {
  it.each(PLACES)('keeps the focal point %o in every shape, to the pixel', async (at) => {
    for (const [width, height] of [
      [1600, 1000],
      [900, 1600],
    ] as const) {
      const picture = await added(await spotted(width, height, at), { focus: at })
      for (const shape of SHAPES) {
        const { crop, file } = await cropped(picture, shape)
        const scale = crop.widthPx / crop.area.width
        const red = await redIn(file)
        expect(await sharp(file).metadata()).toMatchObject({
          format: 'jpeg',
          width: crop.widthPx,
          height: crop.heightPx,
        })
        expect(Math.abs(red.count - (40 * scale) ** 2)).toBeLessThan(5 * 40 * scale)
        expect(Math.abs(red.x - ((Math.round(at.x * width) - crop.area.left) * scale - 0.5))).toBeLessThan(MAX_OFF_PX)
        expect(Math.abs(red.y - ((Math.round(at.y * height) - crop.area.top) * scale - 0.5))).toBeLessThan(MAX_OFF_PX)
      }
    }
  })

  it('cuts the same part of a picture in every EXIF orientation', async () => {
    const sizes = new Set<string>()
    const corners: number[][] = []
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const picture = await added(await fourColours(orientation), { focus: { x: 0.2, y: 0.3 } })
      const { crop, file } = await cropped(picture, '1x1')
      sizes.add(`${crop.widthPx} × ${crop.heightPx}`)
      corners.push([...(await sharp(file).resize(4, 4, { fit: 'fill' }).removeAlpha().raw().toBuffer())])
    }
    expect(sizes.size).toBe(1)
    const [first = []] = corners
    for (const corner of corners) {
      expect(Math.max(...corner.map((value, at) => Math.abs(value - (first[at] ?? 0))))).toBeLessThan(12)
    }
  })

  it('keeps the rights and no coordinates', async () => {
    const picture = await added(readFileSync('lib/testing/pictures/iptc-reference-2019.1.jpg'))
    const { file } = await cropped(picture, 'social')
    const { xmp, exif, iptc } = await sharp(file).metadata()
    expect(xmp?.toString()).toContain('Creator1 (ref2019.1)')
    expect(xmp?.toString()).toContain('Credit Line (ref2019.1)')
    expect(xmp?.toString()).toContain('Copyright (Notice) 2019.1')
    expect(`${xmp}`).not.toMatch(/GPS|Latitude|Longitude/)
    expect([exif, iptc]).toEqual([undefined, undefined])
  })

  it('never enlarges a picture that is smaller than the crop', async () => {
    const picture = await added(await spotted(500, 300, { x: 0.5, y: 0.5 }))
    const { file } = await cropped(picture, '1x1')
    expect(await sharp(file).metadata()).toMatchObject({ width: 300, height: 300 })
  })

  it('crops the paper’s own drawings', async () => {
    const svg = readFileSync('db/demo-edition/pictures/town-hall.svg')
    const picture = await added(svg, { extension: 'svg' })
    const { file } = await cropped(picture, '16x9')
    expect(await sharp(file).metadata()).toMatchObject({ width: 1200, height: 675 })
  })

  it('makes no file for a focal point that is not the present one, nor for a picture that does not exist', async () => {
    const picture = await added(await spotted(500, 300, { x: 0.5, y: 0.5 }))
    const before = readdirSync(join(dataDir, 'media'))
    const stem = picture.original.slice('originals/'.length, -'.jpg'.length)
    for (const name of [
      `${stem}-16x9-51x50.jpg`,
      '0123456789abcdef-16x9-50x50.jpg',
      `${stem}-16x9-50x50.png`,
      `${stem}-2x1-50x50.jpg`,
      'originals/../x',
    ]) {
      expect(await cropOrder(db, name), name).toBeNull()
    }
    expect(readdirSync(join(dataDir, 'media'))).toEqual(before)
    expect((await cropped(picture, '16x9')).name).toBe(`${stem}-16x9-50x50.jpg`)
  })

  it('follows the focal point; crops around an earlier one stay on disk', async () => {
    const picture = await added(await spotted(500, 300, { x: 0.5, y: 0.5 }))
    const before = await cropped(picture, '1x1')
    await describePicture(db, { id: picture.id, words: { focalX: 0.1 }, now: NOW })
    const after = await cropped(await pictureWith(picture.id), '1x1')
    expect(after.name).not.toBe(before.name)
    expect(existsSync(before.file)).toBe(true)
  })
})

describe('deleteUnusedFiles', () => {
  it('deletes the crops of the picture, and leaves those of another picture', async () => {
    const quay = await added(await spotted(500, 300, { x: 0.5, y: 0.5 }))
    const crane = await added(await spotted(500, 301, { x: 0.5, y: 0.5 }))
    const { file } = await cropped(quay, '1x1')
    const other = await cropped(crane, '1x1')
    const [row] = await db.select().from(media).where(eq(media.id, quay.id))
    if (!row) throw new Error('the picture was not kept')
    await deleteUnusedFiles(db, { dataDir, stem: stemOf(row.original) })
    expect(existsSync(file)).toBe(true)
    await db.delete(media).where(eq(media.id, quay.id))
    await deleteUnusedFiles(db, { dataDir, stem: stemOf(row.original) })
    expect(existsSync(file)).toBe(false)
    expect(existsSync(other.file)).toBe(true)
  })
})
