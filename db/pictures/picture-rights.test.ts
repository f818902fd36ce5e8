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
const NONE = { creator: '', credit: '', copyright: '', licenceUrl: '', acquireUrl: '' }

it('rights survive being written and read again', () => {
  expect(rightsIn({ xmp: Buffer.from(rightsXmp(RIGHTS)) })).toEqual(RIGHTS)
})

it('rights written as attributes are read', () => {
  const xmp = Buffer.from('<rdf:Description photoshop:Credit="Harbour Agency" exif:GPSLatitude="51,3N"/>')
  expect(rightsIn({ xmp })).toEqual({ ...NONE, credit: 'Harbour Agency' })
})

it('rights in IPTC are read where XMP says nothing', () => {
  const credit = Buffer.from('Harbour Agency')
  const iptc = Buffer.concat([Buffer.from([0, 0, 0x1c, 2, 110, 0, credit.length]), credit])
  expect(rightsIn({ iptc })).toEqual({ ...NONE, credit: 'Harbour Agency' })
})

it('metadata without rights, or cut short, state none', () => {
  expect(rightsIn({ xmp: Buffer.from('<x:xmpmeta/>'), iptc: Buffer.from([0x1c, 2, 110]) })).toBeNull()
  expect(rightsIn({})).toBeNull()
})

it('the addresses of the licence and of the licensor are read, written as elements or as attributes', () => {
  const attributes = '<rdf:Description xmpRights:WebStatement="https://agency.example/licence"/>'
  const licensor =
    '<plus:Licensor><rdf:Seq><rdf:li plus:LicensorURL="https://agency.example/ask"/></rdf:Seq></plus:Licensor>'
  expect(rightsIn({ xmp: Buffer.from(attributes + licensor) })).toEqual({
    ...NONE,
    licenceUrl: 'https://agency.example/licence',
    acquireUrl: 'https://agency.example/ask',
  })
})

it('what is no address on the web is not taken for one', () => {
  const xmp = Buffer.from('<xmpRights:WebStatement>javascript:alert(1)</xmpRights:WebStatement>')
  expect(rightsIn({ xmp })).toBeNull()
})

it('the reference picture of the IPTC says all of it', async () => {
  const file = 'lib/testing/pictures/iptc-reference-2019.1.jpg'
  const { xmp, iptc } = await sharp(file).metadata()
  expect(rightsIn({ xmp, iptc })).toMatchObject({
    creator: 'Creator1 (ref2019.1)',
    credit: 'Credit Line (ref2019.1)',
  })
})
