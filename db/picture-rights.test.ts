import { expect, it } from 'vitest'
import { rightsIn, rightsXmp } from '@/db/picture-rights'

const RIGHTS = { creator: 'Noor & Ida', credit: 'Harbour Agency', copyright: '© 2026 Noor <noor@agency.example>' }

it('rights survive being written and read again', () => {
  expect(rightsIn({ xmp: Buffer.from(rightsXmp(RIGHTS)) })).toEqual(RIGHTS)
})

it('rights written as attributes are read', () => {
  const xmp = Buffer.from('<rdf:Description photoshop:Credit="Harbour Agency" exif:GPSLatitude="51,3N"/>')
  expect(rightsIn({ xmp })).toEqual({ creator: '', credit: 'Harbour Agency', copyright: '' })
})

it('rights in IPTC are read where XMP says nothing', () => {
  const credit = Buffer.from('Harbour Agency')
  const iptc = Buffer.concat([Buffer.from([0, 0, 0x1c, 2, 110, 0, credit.length]), credit])
  expect(rightsIn({ iptc })).toEqual({ creator: '', credit: 'Harbour Agency', copyright: '' })
})

it('metadata without rights, or cut short, state none', () => {
  expect(rightsIn({ xmp: Buffer.from('<x:xmpmeta/>'), iptc: Buffer.from([0x1c, 2, 110]) })).toBeNull()
  expect(rightsIn({})).toBeNull()
})
