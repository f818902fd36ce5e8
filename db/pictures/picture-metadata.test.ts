import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { metadataIn, metadataXmp } from '@/db/pictures/picture-metadata'
import { propertyRuns } from '@/lib/testing/property-runs'

const PLAIN = await sharp({ create: { width: 16, height: 16, channels: 3, background: 'white' } })
  .jpeg()
  .toBuffer()

const QUAY = {
  creator: 'Noor Amari',
  credit: 'Harbour Agency',
  copyright: '© Noor Amari',
  licenceUrl: '',
  acquireUrl: '',
  alt: 'Cranes against a red sky',
  caption: 'The quay at dusk, before the strike & after',
  keywords: ['quay', 'strike', 'Hafen & Kräne'],
  place: { sublocation: 'North Quay', city: 'Port Linnet', state: 'Linnetshire', country: 'Aldria' },
  takenOn: '2026-11-24',
}

async function foundIn(bytes: Buffer) {
  const { xmp, iptc, exif } = await sharp(bytes).metadata()
  return metadataIn({ bytes, xmp, iptc, exif })
}

it.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)(
  'all of it survives being written to a %s',
  async (format) => {
    const bytes = await sharp(PLAIN).withXmp(metadataXmp(QUAY))[format]().toBuffer()
    expect(await foundIn(bytes)).toEqual(QUAY)
  },
)

it('the reference picture of the IPTC says caption, keywords, place and day, in XMP and in IPTC', async () => {
  const bytes = await readFile('lib/testing/pictures/iptc-reference-2019.1.jpg')
  const { xmp } = await sharp(bytes).metadata()
  const said = {
    caption: 'The description aka caption (ref2019.1)',
    keywords: ['Keyword1ref2019.1', 'Keyword2ref2019.1', 'Keyword3ref2019.1'],
    place: {
      sublocation: 'Sublocation (Core) (ref2019.1)',
      city: 'City (Core) (ref2019.1)',
      state: 'Province/State (Core) (ref2019.1)',
      country: 'Country (Core) (ref2019.1)',
    },
  }
  expect(metadataIn({ bytes, xmp })).toMatchObject(said)
  expect(metadataIn({ bytes, xmp: undefined })?.caption).toBe(said.caption)
  expect(metadataIn({ bytes, xmp: undefined })?.keywords).toEqual(said.keywords)
})

it('Exif says who, what and when where nothing else does, and coordinates are never read', async () => {
  const bytes = await sharp(PLAIN)
    .withExif({
      IFD0: { ImageDescription: 'The quay at dusk', Artist: 'Noor Amari', Copyright: 'Noor Amari 2026' },
      IFD2: { DateTimeOriginal: '2026:11:24 06:00:00' },
      IFD3: { GPSLatitude: '51/1 30/1 0/1' },
    })
    .jpeg()
    .toBuffer()
  const found = await foundIn(bytes)
  expect(found).toMatchObject({
    caption: 'The quay at dusk',
    creator: 'Noor Amari',
    copyright: 'Noor Amari 2026',
    takenOn: '2026-11-24',
  })
  expect(JSON.stringify(found)).not.toContain('51')
})

it('what a camera writes into every picture is no caption', async () => {
  for (const description of ['OLYMPUS DIGITAL CAMERA         ', 'SONY DSC', 'DSC_0042.JPG']) {
    const bytes = await sharp(PLAIN)
      .withExif({ IFD0: { ImageDescription: description } })
      .jpeg()
      .toBuffer()
    expect((await foundIn(bytes))?.caption ?? '').toBe('')
  }
})

it('a picture that says nothing has no metadata', async () => {
  expect(await foundIn(PLAIN)).toBeNull()
})

it('no bytes make the reading of Exif fail', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('II*\0\x08\0\0\0', 'MM\0*\0\0\0\x08', ''),
      (tail, head) => {
        const exif = Buffer.concat([Buffer.from(`Exif\0\0${head}`, 'latin1'), Buffer.from(tail)])
        expect(() => metadataIn({ bytes: PLAIN, xmp: undefined, exif })).not.toThrow()
      },
    ),
    { numRuns: propertyRuns(500) },
  )
})
