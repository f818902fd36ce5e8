import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { rightsIn, rightsXmp } from '@/db/pictures/picture-rights'

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
  expect(rightsIn({ bytes: PLAIN, xmp: Buffer.from(rightsXmp(RIGHTS)) })).toEqual(RIGHTS)
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
  const bytes = await sharp(PLAIN).withXmp(rightsXmp(RIGHTS))[format]().toBuffer()
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
    licenceUrl: 'http://www.WebStatementOfRights.org/2019.1',
  })
  expect(rightsIn({ bytes, xmp: undefined })).toEqual({ ...NONE, ...named })
})

/** The properties in a packet that leaves their prefixes undeclared, as some tools write it. */
function inPacket(properties: string): Buffer {
  const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
  return Buffer.from(
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="${rdf}">${properties}</rdf:RDF></x:xmpmeta>`,
  )
}

/** A dataset of IIM record 2: marker 0x1c, record, dataset, two bytes of length, text. */
function iimDataset(dataset: number, text: string): Buffer {
  const words = Buffer.from(text)
  return Buffer.concat([Buffer.from([0x1c, 2, dataset, 0, words.length]), words])
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
