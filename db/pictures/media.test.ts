import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { eq, sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextWithoutAvif } from '@/db/pictures/avif'
import { inProcess } from '@/db/pictures/in-process'
import { addPicture, describePicture, savePicture } from '@/db/pictures/media'
import { writeDrawing } from '@/db/pictures/picture-files'
import { metadataXmp } from '@/db/pictures/picture-metadata'
import { deleteUnusedFiles, stemOf } from '@/db/pictures/unclaimed-files'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { media, staleness } from '@/db/store/schema'
import { hoursAhead, NOW } from '@/db/testing/fixtures'
import { tags } from '@/lib/pages/tags'
import type { PictureOnDisk } from '@/lib/pictures/picture-maker'

const WORDS = { alt: 'Quay', caption: '', credit: 'Noor', focalX: 0.5, focalY: 0.4, now: NOW }
const PLACE = { sublocation: 'North Quay', city: 'Port Linnet', state: '', country: '' }

let db: MemoryStore
let dataDir: string

beforeEach(() => {
  db = openMemoryStore()
  dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-media-'))
})

afterEach(() => {
  rmSync(dataDir, { recursive: true })
})

function aPhotograph(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#8a4b2d' } }).jpeg()
}

/** The bytes as a file that came in, with what the desk does with it. */
async function sent(bytes: Buffer, words: Partial<typeof WORDS & { creator: string }> = {}) {
  const folder = join(dataDir, 'media/incoming/file-1')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'file')
  writeFileSync(file, bytes)
  try {
    return await addPicture(db, { ...WORDS, ...words, dataDir, file, maker: inProcess(dataDir) })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function added(bytes: Buffer, words: Parameters<typeof sent>[1] = {}) {
  const answer = await sent(bytes, words)
  if ('problems' in answer) throw new Error(answer.problems.map(({ message }) => message).join())
  const { id } = answer
  const [row] = await db.select().from(media).where(eq(media.id, id))
  if (!row) throw new Error('the picture was not kept')
  return row
}

function widths(files: { format: string; widthPx: number }[], format: string) {
  return files.filter((file) => file.format === format).map((file) => file.widthPx)
}

describe('addPicture', () => {
  it('never enlarges: a narrow picture keeps its own width', async () => {
    const row = await added(await aPhotograph(700, 400).toBuffer())
    expect(row).toMatchObject({ widthPx: 700, heightPx: 400 })
    expect(widths(await inProcess(dataDir).avif(row.original), 'avif')).toEqual([320, 480, 700])
    expect(widths(row.files, 'webp')).toEqual([320, 480, 700])
    expect(widths(row.files, 'jpeg')).toEqual([480, 700])
  })

  it('offers a wide picture in every size up to 1600 px', async () => {
    const row = await added(await aPhotograph(1700, 40).toBuffer())
    expect(row.widthPx).toBe(1600)
    expect(widths(await inProcess(dataDir).avif(row.original), 'avif')).toEqual([320, 480, 800, 1200, 1600])
    expect(widths(row.files, 'webp')).toEqual([320, 480, 800, 1200, 1600])
    expect(widths(row.files, 'jpeg')).toEqual([480, 800, 1200, 1600])
  })

  it('offers a picture narrower than every size in its own width', async () => {
    const row = await added(await aPhotograph(200, 100).toBuffer())
    for (const format of ['webp', 'jpeg']) expect(widths(row.files, format)).toEqual([200])
    expect(widths(await inProcess(dataDir).avif(row.original), 'avif')).toEqual([200])
  })

  it('names each file after its content and encodes it in the format of its name', async () => {
    const row = await added(await aPhotograph(330, 200).toBuffer())
    for (const { name, format, widthPx } of [...row.files, ...(await inProcess(dataDir).avif(row.original))]) {
      expect(name).toMatch(/^[0-9a-f]{16}-\d+\.(avif|webp|jpg)$/)
      const written = await sharp(join(dataDir, 'media', name)).metadata()
      expect(written.width).toBe(widthPx)
      expect(written.format).toBe(format === 'avif' ? 'heif' : format)
    }
    expect(existsSync(join(dataDir, 'media', row.original))).toBe(true)
    expect(readdirSync(join(dataDir, 'media')).join()).not.toContain('.part')
  })

  it('rotates the picture upright', async () => {
    const row = await added(await aPhotograph(400, 300).withMetadata({ orientation: 6 }).toBuffer())
    expect(row).toMatchObject({ widthPx: 300, heightPx: 400 })
  })

  it('keeps rights, words and the named place in every file, and no coordinates [picture-rights]', async () => {
    const rights = {
      creator: 'Noor Amari',
      credit: 'Harbour Agency',
      copyright: '© Noor Amari',
      licenceUrl: 'https://agency.example/licence',
      acquireUrl: '',
    }
    const bytes = await aPhotograph(400, 300)
      .withXmp(
        metadataXmp({ ...rights, caption: 'The quay at dusk', keywords: ['quay'], place: PLACE }).replace(
          '<dc:creator>',
          '<exif:GPSLatitude>51,3N</exif:GPSLatitude><dc:creator>',
        ),
      )
      .withExifMerge({ IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .toBuffer()
    const row = await added(bytes)
    expect(row).toMatchObject({ caption: 'The quay at dusk', keywords: ['quay'], place: 'North Quay, Port Linnet' })
    for (const { name } of [...row.files, ...(await inProcess(dataDir).avif(row.original))]) {
      const { xmp, exif, iptc } = await sharp(join(dataDir, 'media', name)).metadata()
      for (const words of ['Harbour Agency', 'The quay at dusk', '<rdf:li>quay</rdf:li>', 'Port Linnet']) {
        expect(xmp?.toString()).toContain(words)
      }
      expect(xmp?.toString()).not.toContain('GPS')
      expect(exif).toBeUndefined()
      expect(iptc).toBeUndefined()
    }
  })

  it('takes rights from the file where the editor gives none', async () => {
    const bytes = readFileSync('lib/testing/pictures/iptc-reference-2019.1.jpg')
    const row = await added(bytes)
    expect(row).toMatchObject({
      credit: 'Noor',
      creator: 'Creator1 (ref2019.1); Creator2 (ref2019.1)',
      copyright: 'Copyright (Notice) 2019.1 IPTC - www.iptc.org  (ref2019.1)',
    })
    const second = await added(bytes, { credit: '', creator: 'Ida Quill' })
    expect(second).toMatchObject({ credit: 'Credit Line (ref2019.1)', creator: 'Ida Quill' })
  })

  it('writes the same picture once', async () => {
    const bytes = await aPhotograph(330, 200).toBuffer()
    const first = await added(bytes)
    const second = await added(bytes)
    expect(second.id).not.toBe(first.id)
    expect(second.files).toEqual(first.files)
  })

  it.each<[string, () => Promise<Buffer>, RegExp]>([
    ['nothing', async () => Buffer.alloc(0), /empty: it has 0 bytes/],
    ['a text', async () => Buffer.from('no picture'), /not a picture.*Upload a JPEG/],
    ['an SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG.*Export it as a PNG/],
    ['a HEIC', async () => aHeic(), /HEIC.*Most Compatible.*JPEG/],
    ['a dot', async () => aPhotograph(400, 15).toBuffer(), /400 × 15 pixels; each side needs at least 16/],
    ['more than 100 megapixels', async () => plainPng(12_000, 9_000), /108 megapixels; the most is 100/],
    ['16 × 60000 pixels', async () => plainPng(16, 60_000), /16 × 60000 pixels: too tall.*Cut it/],
    ['320 × 16384 pixels', async () => plainPng(320, 16_384), /320 × 16384 pixels: too tall/],
    ['a hair', async () => plainPng(60_000, 16), /60000 × 16 pixels: too wide/],
    ['half a file', async () => (await aPhotograph(900, 900).toBuffer()).subarray(0, 700), /damaged/],
    ['a camera’s raw file', async () => aRawFile(), /raw file of a camera/],
  ])('refuses %s in an editor’s words, and stores nothing', async (_what, bytes, words) => {
    expect(await sent(await bytes())).toEqual({
      problems: [{ field: 'picture', message: expect.stringMatching(words) }],
    })
    expect(await db.select().from(media)).toEqual([])
    expect(filesIn(dataDir)).toEqual([])
  })

  it('takes the tallest picture that every format can hold', async () => {
    const row = await added(await plainPng(320, 16_383))
    expect(row).toMatchObject({ widthPx: 320, heightPx: 16_383 })
    expect(row.files).toHaveLength(2)
    expect(await inProcess(dataDir).avif(row.original)).toHaveLength(1)
  })

  it('refuses a picture that moves, with what to do instead, and takes the same still', async () => {
    const frames = [
      { r: 200, g: 0, b: 0 },
      { r: 0, g: 0, b: 200 },
    ].map((background) => ({
      create: { width: 40, height: 30, channels: 3 as const, background },
    }))
    const film = sharp(await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer())), {
      join: { animated: true },
    })
    for (const bytes of [await film.gif().toBuffer(), await film.webp().toBuffer(), await aMovingPng()]) {
      expect(await sent(bytes)).toMatchObject({
        problems: [{ message: expect.stringMatching(/moves.*Save the frame.*JPEG.*embed/) }],
      })
    }
    expect(filesIn(dataDir)).toEqual([])
    expect(await sent(await sharp(frames[0]).gif().toBuffer())).toMatchObject({ notices: [] })
  })

  it('leaves nothing on disk of a picture that the store does not take', async () => {
    const bytes = await aPhotograph(330, 200).toBuffer()
    db.$client.exec("create trigger full before insert on media begin select raise(abort, 'no room'); end")
    await expect(sent(bytes)).rejects.toThrow()
    expect(filesIn(dataDir)).toEqual([])
  })
})

function plainPng(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
}

/** The box with which a picture of an iPhone begins. */
function aHeic(): Buffer {
  return Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(4000, 7)])
}

/** A TIFF that says that its first picture is the preview of another. */
async function aRawFile(): Promise<Buffer> {
  const bytes = await sharp({ create: { width: 160, height: 120, channels: 3, background: 'white' } })
    .tiff()
    .toBuffer()
  const start = bytes.readUInt32LE(4)
  const at = start + 2
  // The first entry of the directory becomes NewSubfileType 1.
  bytes.writeUInt16LE(0xfe, at)
  bytes.writeUInt16LE(4, at + 2)
  bytes.writeUInt32LE(1, at + 4)
  bytes.writeUInt32LE(1, at + 8)
  return bytes
}

/** A PNG with the chunk that announces frames, before its pixels. */
async function aMovingPng(): Promise<Buffer> {
  const still = await plainPng(40, 30)
  const chunk = Buffer.concat([Buffer.from('acTL'), Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])])
  const framed = Buffer.alloc(4 + chunk.length + 4)
  framed.writeUInt32BE(8)
  chunk.copy(framed, 4)
  framed.writeUInt32BE(crc32(chunk), 4 + chunk.length)
  return Buffer.concat([still.subarray(0, 33), framed, still.subarray(33)])
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
}

describe('writeDrawing', () => {
  const svg = readFileSync('db/demo-edition/pictures/town-hall.svg')
  const formats = (picture: PictureOnDisk) => [...new Set(picture.files.map(({ format }) => format))]

  it('draws an SVG 1600 px wide, and leaves AVIF to be made when nobody waits', async () => {
    const picture = await writeDrawing(dataDir, svg)
    expect([picture.widthPx, formats(picture)]).toEqual([1600, ['webp', 'jpeg']])
    expect(picture.original).toMatch(/\.svg$/)
    const id = await savePicture(db, { ...WORDS, picture })
    expect(await nextWithoutAvif(db)).toEqual({ id, original: picture.original })
  })

  it('makes AVIF at once for whoever asks for it', async () => {
    expect(formats(await writeDrawing(dataDir, svg, { avifEffort: 0 }))).toEqual(['avif', 'webp', 'jpeg'])
  })
})

describe('deleteUnusedFiles', () => {
  it('leaves the files that another picture uses, and deletes them with the last one', async () => {
    const bytes = await aPhotograph(200, 100).toBuffer()
    const first = await added(bytes)
    const second = await added(bytes)
    const file = join(dataDir, 'media', first.files[0]?.name ?? '')
    await db.delete(media).where(eq(media.id, first.id))
    await deleteUnusedFiles(db, { dataDir, stem: stemOf(first.original) })
    expect(existsSync(file)).toBe(true)
    await db.delete(media).where(eq(media.id, second.id))
    await deleteUnusedFiles(db, { dataDir, stem: stemOf(second.original) })
    expect(existsSync(file)).toBe(false)
  })

  it('reads the rows of no other picture, however many there are', async () => {
    const picture = await added(await aPhotograph(200, 100).toBuffer())
    const other = await added(await aPhotograph(200, 101).toBuffer())
    await db.update(media).set({ files: sql`'unreadable'` }).where(eq(media.id, other.id))
    await db.delete(media).where(eq(media.id, picture.id))
    await deleteUnusedFiles(db, { dataDir, stem: stemOf(picture.original) })
    expect(existsSync(join(dataDir, 'media', picture.original))).toBe(false)
  })
})

describe('describePicture', () => {
  const LATER = hoursAhead(1)

  it('changes what is given, keeps the rest, and makes the pages that show the picture stale', async () => {
    const { id } = await added(await aPhotograph(40, 40).toBuffer())
    const words = { alt: 'The quay at dusk', focalX: 0.2, licenceUrl: 'https://agency.example/licence' }
    expect(await describePicture(db, { id, words, now: LATER })).toMatchObject({
      id,
      alt: 'The quay at dusk',
      credit: 'Noor',
    })
    const [row] = await db.select().from(media).where(eq(media.id, id))
    expect(row).toMatchObject({ ...words, credit: 'Noor', focalY: 0.4 })
    expect(await db.select().from(staleness)).toContainEqual(
      expect.objectContaining({ tag: tags.media(id), staleAt: LATER }),
    )
  })

  it('changes nothing when nothing is given', async () => {
    const { id } = await added(await aPhotograph(40, 40).toBuffer())
    const before = await db.select().from(staleness)
    expect(await describePicture(db, { id, words: {}, now: LATER })).toMatchObject({ id, alt: 'Quay' })
    expect(await db.select().from(staleness)).toEqual(before)
  })

  it('returns null when the picture does not exist', async () => {
    expect(await describePicture(db, { id: 4711, words: { alt: 'Nothing' }, now: LATER })).toBeNull()
  })
})
