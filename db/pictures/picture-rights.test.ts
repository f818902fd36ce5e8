import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { metadataXmp } from '@/db/pictures/picture-metadata'
import { rightsIn } from '@/db/pictures/picture-rights'
import { propertyRuns } from '@/lib/testing/property-runs'

const RIGHTS = {
  creator: 'Noor & Ida',
  credit: 'Harbour Agency',
  copyright: '© 2026 Noor <noor@agency.example>',
  licenceUrl: 'https://agency.example/licence?of=1&for=press',
  acquireUrl: 'https://agency.example/ask',
}
/** A picture without metadata; XMP is passed separately, because the format may compress it. */
const PLAIN = await sharp({ create: { width: 16, height: 16, channels: 3, background: 'white' } })
  .jpeg()
  .toBuffer()
const NONE = { creator: '', credit: '', copyright: '', licenceUrl: '', acquireUrl: '' }

it('rights survive being written and read again', () => {
  expect(rightsIn({ bytes: PLAIN, xmp: Buffer.from(metadataXmp(RIGHTS)) })).toEqual(RIGHTS)
})

it('rights written as attributes are read', () => {
  const xmp = inPacket('<rdf:Description photoshop:Credit="Harbour Agency" exif:GPSLatitude="51,3N"/>')
  expect(rightsIn({ bytes: PLAIN, xmp })).toEqual({ ...NONE, credit: 'Harbour Agency' })
})

it('rights in IPTC are read where XMP says nothing', () => {
  const bytes = withIptc(iimDataset(110, 'Hafenagentur Büsum'))
  expect(rightsIn({ bytes, xmp: undefined })).toEqual({ ...NONE, credit: 'Hafenagentur Büsum' })
  const xmp = inPacket('<rdf:Description photoshop:Credit="Harbour Agency"/>')
  expect(rightsIn({ bytes, xmp })).toEqual({ ...NONE, credit: 'Harbour Agency' })
})

it('metadata without rights, or truncated, have none', () => {
  const cutShort = iimDataset(110, 'Harbour Agency').subarray(0, 3)
  expect(rightsIn({ bytes: withIptc(cutShort), xmp: Buffer.from('<x:xmpmeta/>') })).toBeNull()
  expect(rightsIn({ bytes: PLAIN, xmp: Buffer.from('<x:xmpmeta><rdf:RDF') })).toBeNull()
  expect(rightsIn({ bytes: Buffer.from('no picture'), xmp: undefined })).toBeNull()
  expect(rightsIn({ bytes: PLAIN, xmp: undefined })).toBeNull()
})

it('the addresses of the licence and of the licensor are read, written as elements or as attributes', () => {
  const attributes = '<rdf:Description xmpRights:WebStatement="https://agency.example/licence"/>'
  const licensor =
    '<plus:Licensor><rdf:Seq><rdf:li plus:LicensorURL="https://agency.example/ask"/></rdf:Seq></plus:Licensor>'
  expect(
    rightsIn({ bytes: PLAIN, xmp: inPacket(`${attributes}<rdf:Description>${licensor}</rdf:Description>`) }),
  ).toEqual({
    ...NONE,
    licenceUrl: 'https://agency.example/licence',
    acquireUrl: 'https://agency.example/ask',
  })
})

it('an address that is not a web address is ignored', () => {
  const statement = '<xmpRights:WebStatement>javascript:alert(1)</xmpRights:WebStatement>'
  const xmp = inPacket(`<rdf:Description>${statement}</rdf:Description>`)
  expect(rightsIn({ bytes: PLAIN, xmp })).toBeNull()
})

it.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)('rights in XMP are read from a %s', async (format) => {
  const bytes = await sharp(PLAIN).withXmp(metadataXmp(RIGHTS))[format]().toBuffer()
  const { xmp } = await sharp(bytes).metadata()
  expect(rightsIn({ bytes, xmp })).toEqual(RIGHTS)
})

it('the reference picture of the IPTC has all rights, in XMP and in IPTC', async () => {
  const bytes = await readFile('lib/testing/pictures/iptc-reference-2019.1.jpg')
  const { xmp } = await sharp(bytes).metadata()
  const named = {
    creator: 'Creator1 (ref2019.1)',
    credit: 'Credit Line (ref2019.1)',
    copyright: 'Copyright (Notice) 2019.1 IPTC - www.iptc.org  (ref2019.1)',
  }
  expect(rightsIn({ bytes, xmp })).toMatchObject({
    ...named,
    creator: 'Creator1 (ref2019.1); Creator2 (ref2019.1)',
    licenceUrl: 'http://www.WebStatementOfRights.org/2019.1',
  })
  expect(rightsIn({ bytes, xmp: undefined })).toEqual({ ...NONE, ...named })
})

describe('rights come out right', () => {
  const byHand = (properties: string) => rightsIn({ bytes: PLAIN, xmp: inPacket(properties) })

  it('with numeric references, named entities and CDATA', () => {
    const credit = 'B&#xFC;sum &amp; S&#246;hne'
    expect(byHand(`<rdf:Description photoshop:Credit="${credit}"/>`)).toMatchObject({ credit: 'Büsum & Söhne' })
    expect(
      byHand(
        `<rdf:Description><photoshop:Credit>${credit}</photoshop:Credit><dc:rights><rdf:Alt><rdf:li xml:lang="x-default"><![CDATA[© Büsum & <Söhne>]]></rdf:li></rdf:Alt></dc:rights></rdf:Description>`,
      ),
    ).toMatchObject({ credit: 'Büsum & Söhne', copyright: '© Büsum & <Söhne>' })
  })

  it('with other prefixes than the usual ones, and with the usual ones for something else', () => {
    const xmp = Buffer.from(
      `<m:xmpmeta xmlns:m="adobe:ns:meta/"><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://elsewhere.example/" xmlns:a="http://purl.org/dc/elements/1.1/" xmlns:b="http://ns.adobe.com/photoshop/1.0/"><r:Description b:Credit="Hafenagentur"><dc:creator>Nobody</dc:creator><a:creator><r:Seq><r:li>Noor Amari</r:li></r:Seq></a:creator></r:Description></r:RDF></m:xmpmeta>`,
    )
    expect(rightsIn({ bytes: PLAIN, xmp })).toEqual({ ...NONE, creator: 'Noor Amari', credit: 'Hafenagentur' })
  })

  it.each(['utf16le', 'utf-16be', 'utf-32be', 'utf-32le'])('in %s, with a byte order mark and without', (encoding) => {
    for (const mark of ['\ufeff', '']) {
      const xmp = encodedIn(encoding, mark + metadataXmp({ ...RIGHTS, creator: 'Jürgen Ødegård 🎞' }))
      expect(rightsIn({ bytes: PLAIN, xmp })).toEqual({ ...RIGHTS, creator: 'Jürgen Ødegård 🎞' })
    }
  })

  it('of two creators, in XMP and in IPTC', () => {
    const items = '<rdf:li>Noor Amari</rdf:li><rdf:li> Ida Quill </rdf:li><rdf:li/><rdf:li>Noor Amari</rdf:li>'
    const creator = 'Noor Amari; Ida Quill'
    expect(byHand(`<rdf:Description><dc:creator><rdf:Seq>${items}</rdf:Seq></dc:creator></rdf:Description>`)).toEqual({
      ...NONE,
      creator,
    })
    const bytes = withIptc(Buffer.concat([iimDataset(80, 'Noor Amari'), iimDataset(80, 'Ida Quill')]))
    expect(rightsIn({ bytes, xmp: undefined })).toEqual({ ...NONE, creator })
    expect(rightsIn({ bytes: PLAIN, xmp: Buffer.from(metadataXmp({ ...NONE, creator })) })).toEqual({
      ...NONE,
      creator,
    })
  })

  it('of IPTC in Latin-1, in a code that it declares, and in UTF-8 that it does not declare', () => {
    const credit = (text: Buffer, declared: Buffer = Buffer.alloc(0)) =>
      rightsIn({ bytes: withIptc(Buffer.concat([declared, iimBytes(2, 110, text)])), xmp: undefined })?.credit
    expect(credit(Buffer.from('Hafenagentur Büsum', 'latin1'))).toBe('Hafenagentur Büsum')
    expect(credit(Buffer.from('Hafenagentur Büsum', 'latin1'), iimBytes(1, 90, Buffer.from('\x1b%G')))).toBe(
      'Hafenagentur Büsum',
    )
    expect(credit(Buffer.from('Hafenagentur Büsum'))).toBe('Hafenagentur Büsum')
    const cyrillic = Buffer.from([0xbf, 0xde, 0xe0, 0xe2])
    expect(credit(cyrillic, iimBytes(1, 90, Buffer.from('\x1b-L')))).toBe('Порт')
  })

  it('by rdf:resource, and in the default of several languages', () => {
    expect(
      byHand(
        '<rdf:Description><xmpRights:WebStatement rdf:resource="https://agency.example/licence"/><dc:rights><rdf:Alt><rdf:li xml:lang="de">© Hafen</rdf:li><rdf:li xml:lang="x-default">© Harbour</rdf:li></rdf:Alt></dc:rights></rdf:Description>',
      ),
    ).toEqual({ ...NONE, licenceUrl: 'https://agency.example/licence', copyright: '© Harbour' })
  })

  it('when the packet breaks off after them', () => {
    const xmp = Buffer.from(metadataXmp(RIGHTS).replace(/<xmpRights.*$/, '<broken attribute=>&nothing;'))
    expect(rightsIn({ bytes: PLAIN, xmp })).toMatchObject({ creator: RIGHTS.creator, credit: RIGHTS.credit })
  })
})

it('any words that a packet can hold survive in every encoding', () => {
  const words = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((text) => text.replace(/[\p{C};\s\ufffd]+/gu, ' ').trim())
  const encodings = fc.constantFrom('utf8', 'utf16le', 'utf-16be', 'utf-32le')
  fc.assert(
    fc.property(words, words, words, encodings, (creator, credit, copyright, encoding) => {
      const rights = { ...NONE, creator, credit, copyright }
      const read = rightsIn({ bytes: PLAIN, xmp: encodedIn(encoding, metadataXmp(rights)) })
      expect(read ?? NONE).toEqual(rights)
    }),
    { numRuns: propertyRuns(300) },
  )
})

it('no bytes make the reading of rights fail', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.uint8Array({ maxLength: 400 }), (block, packet) => {
      const iptc = Buffer.concat([Buffer.from('Photoshop 3.0\0'), Buffer.from(block)])
      const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xed]), Buffer.from(block)])
      expect(() => rightsIn({ bytes, iptc, xmp: Buffer.from(packet) })).not.toThrow()
      expect(() => rightsIn({ bytes: PLAIN, iptc: Buffer.from(block), xmp: undefined })).not.toThrow()
    }),
    { numRuns: propertyRuns(500) },
  )
})

/** `text` in an encoding; Node itself has neither UTF-16BE nor UTF-32. */
function encodedIn(encoding: string, text: string): Buffer {
  if (encoding === 'utf8' || encoding === 'utf16le') return Buffer.from(text, encoding)
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  const points = [...text].map((letter) => letter.codePointAt(0) ?? 0)
  const bytes = Buffer.alloc(points.length * 4)
  for (const [at, point] of points.entries()) {
    if (encoding === 'utf-32le') bytes.writeUInt32LE(point, at * 4)
    else bytes.writeUInt32BE(point, at * 4)
  }
  return bytes
}

/** The properties in a packet that leaves their prefixes undeclared, as some tools write it. */
function inPacket(properties: string): Buffer {
  const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
  return Buffer.from(
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="${rdf}">${properties}</rdf:RDF></x:xmpmeta>`,
  )
}

/** A dataset of IIM record 2: marker 0x1c, record, dataset, two bytes of length, text. */
function iimDataset(dataset: number, text: string): Buffer {
  return iimBytes(2, dataset, Buffer.from(text))
}

function iimBytes(record: number, dataset: number, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x1c, record, dataset, 0, value.length]), value])
}

/** PLAIN with the datasets in an image resource 0x0404 of a segment APP13, as Photoshop writes them. */
function withIptc(datasets: Buffer): Buffer {
  const resource = Buffer.concat([
    Buffer.from('Photoshop 3.0\0' + '8BIM'),
    Buffer.from([0x04, 0x04, 0, 0, 0, 0, 0, datasets.length]),
    datasets,
    Buffer.alloc(datasets.length % 2),
  ])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(resource.length + 2)
  return Buffer.concat([PLAIN.subarray(0, 2), Buffer.from([0xff, 0xed]), length, resource, PLAIN.subarray(2)])
}
