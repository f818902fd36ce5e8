import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import ExifReader from 'exifreader'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inProcess } from '@/db/pictures/in-process'
import { savePicture } from '@/db/pictures/media'
import { metadataXmp } from '@/db/pictures/picture-metadata'
import { picturesByIds } from '@/db/pictures/pictures'
import { openMemoryStore } from '@/db/store/open'
import { NOW } from '@/db/testing/fixtures'
import { type CropShape, cropOf } from '@/lib/pictures/crops'

/*
 * What is served is read here by a library that has no part in writing it.
 */

const RIGHTS = {
  creator: 'Noor Amari',
  credit: 'Hafenagentur Büsum',
  copyright: '© 2026 Noor Amari',
  licenceUrl: '',
  acquireUrl: '',
}
const COORDINATES = '<exif:GPSLatitude>51,30.0N</exif:GPSLatitude><exif:GPSLongitude>7,15.0W</exif:GPSLongitude>'
const EXIF = {
  IFD0: { Artist: 'Noor Amari', Copyright: '© 2026 Noor Amari' },
  IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '7/1 15/1 0/1', GPSLongitudeRef: 'W' },
}

const SHAPES: CropShape[] = ['16x9', '4x3', '1x1', 'social']

const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-served-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

/** Uploads what `write` puts into a file, in every size, format and crop; returns their names. */
async function served(write: (file: string) => Promise<unknown> | undefined): Promise<string[]> {
  const folder = join(dataDir, 'media/incoming/file-1')
  mkdirSync(folder, { recursive: true })
  await write(join(folder, 'file'))
  const maker = inProcess(dataDir)
  const taken = await maker.picture(join(folder, 'file'))
  if ('unusable' in taken) throw new Error(taken.unusable)
  const { original } = taken.picture
  const db = openMemoryStore()
  const id = await savePicture(db, { picture: taken.picture, now: NOW })
  await maker.avif(original)
  const picture = (await picturesByIds(db, [id])).get(id)
  if (!picture) throw new Error('the picture was not kept')
  for (const shape of SHAPES) {
    const crop = cropOf(picture, shape)
    await maker.crop({ name: crop.path.slice('/media/'.length), original, crop })
  }
  const stem = original.slice('originals/'.length).replace(/\..*$/, '')
  return readdirSync(join(dataDir, 'media')).filter((name) => name.startsWith(`${stem}-`))
}

const groups = (name: string) =>
  ExifReader.load(readFileSync(join(dataDir, 'media', name)), { expanded: true, includeUnknown: true })

const packet = metadataXmp(RIGHTS)
  .replace('<rdf:Description rdf:about=""', '<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/"')
  .replace('</rdf:Description>', `${COORDINATES}</rdf:Description>`)
const quay = sharp({ create: { width: 500, height: 400, channels: 3, background: '#8a4b2d' } })

const UPLOADS: [string, (file: string) => Promise<unknown> | undefined][] = [
  ['a JPEG', (file) => quay.clone().withExif(EXIF).withXmp(packet).jpeg().toFile(file)],
  ['a WebP', (file) => quay.clone().withExif(EXIF).withXmp(packet).webp().toFile(file)],
  ['a PNG', (file) => quay.clone().withExif(EXIF).withXmp(packet).png().toFile(file)],
]

/** A PNG with a text of a keyword, behind its first chunk. */
function withText(png: Buffer, keyword: string, text: string): Buffer {
  const data = Buffer.from(`tEXt${keyword}\0${text}`, 'latin1')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length - 4)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(data))
  const at = 8 + 25
  return Buffer.concat([png.subarray(0, at), length, data, checksum, png.subarray(at)])
}

test('a PNG with a raw profile of IPTC keeps its credit, and one with a broken profile is taken without', async () => {
  const png = await quay.clone().png().toBuffer()
  const credit = Buffer.concat([Buffer.from([0x1c, 2, 110, 0, RIGHTS.credit.length + 1]), Buffer.from(RIGHTS.credit)])
  const profile = (block: Buffer) => `\nIPTC profile\n      ${credit.length}\n${block.toString('hex')}\n`
  for (const [block, said] of [
    [credit, RIGHTS.credit],
    [credit.subarray(4), undefined],
  ] as const) {
    const files = await served(async (file) =>
      writeFileSync(file, withText(png, 'Raw profile type iptc', profile(block))),
    )
    expect(files.map((name) => groups(name).xmp?.Credit?.description)).toEqual(files.map(() => said))
  }
})

describe.each(UPLOADS)('%s that says whose it is and where it was taken', (_what, write) => {
  let files: string[]
  beforeAll(async () => {
    files = await served(write)
  })

  test('says in every size, format and crop whose it is, and in none where [picture-rights]', () => {
    const endings = new Set(files.map((name) => name.split('.').at(-1)))
    expect([...endings].sort()).toEqual(['avif', 'jpg', 'webp'])
    expect(files.filter((name) => /-(16x9|4x3|1x1|social)-/.test(name))).toHaveLength(SHAPES.length)
    for (const name of files) {
      const { xmp, exif, iptc, gps } = groups(name)
      expect([name, xmp?.Credit?.description, xmp?.rights?.description, xmp?.creator?.description]).toEqual([
        name,
        RIGHTS.credit,
        RIGHTS.copyright,
        RIGHTS.creator,
      ])
      const said = Object.keys({ ...xmp, ...exif, ...iptc, ...gps })
      expect([name, said.filter((tag) => /gps|latitude|longitude/i.test(tag))]).toEqual([name, []])
    }
  })
})

test('the reference picture of the IPTC keeps its credit and its copyright in every file', async () => {
  const files = await served((file) => void copyFileSync('lib/testing/pictures/iptc-reference-2019.1.jpg', file))
  for (const name of files) {
    const { xmp } = groups(name)
    expect([name, xmp?.Credit?.description, xmp?.rights?.description]).toEqual([
      name,
      'Credit Line (ref2019.1)',
      'Copyright (Notice) 2019.1 IPTC - www.iptc.org  (ref2019.1)',
    ])
  }
})

test('the library does find coordinates where there are some', async () => {
  const bytes = await quay.clone().withExif(EXIF).withXmp(packet).jpeg().toBuffer()
  writeFileSync(join(dataDir, 'media', 'sent.jpg'), bytes)
  const { gps, xmp } = groups('sent.jpg')
  expect([gps?.Latitude, xmp?.GPSLatitude?.description]).toEqual([51.5, expect.stringContaining('51')])
})
