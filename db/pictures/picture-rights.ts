import { exifTexts } from '@/db/pictures/exif'
import { IIM, iptcTexts } from '@/db/pictures/iptc'
import { propertyKey, type XmpName, type XmpValue, xmpProperties } from '@/db/pictures/xmp'
import { isWebAddress } from '@/lib/addresses/web-address'
import { joinedCreators } from '@/lib/article/creators'
import type { StatedRights } from '@/lib/pictures/picture-maker'

/** Properties of IPTC Photo Metadata 2023.2 in XMP. Search engines read the two addresses. */
const XMP = {
  creator: 'dc:creator',
  credit: 'photoshop:Credit',
  copyright: 'dc:rights',
  licenceUrl: 'xmpRights:WebStatement',
  acquireUrl: 'plus:LicensorURL',
} as const satisfies Record<keyof StatedRights, XmpName>

/** Control characters: a dataset whose length exceeds its block contains bytes of the picture instead of text. */
const BINARY = /[^\P{Cc}\t\n\r]|\ufffd/u

/** What the decoder found in a picture. */
export interface FoundMetadata {
  /** The XMP packet, which the format may compress. */
  xmp: Buffer | undefined
  /** The block of IPTC. */
  iptc?: Buffer | undefined
  /** The block of Exif. */
  exif?: Buffer | undefined
  /** The whole file. */
  bytes: Buffer
}

/**
 * The rights in a picture's metadata, XMP before IPTC before Exif; null when neither has any. Several creators are one name after the
 * other (lib/article/creators.ts). Metadata that cannot be parsed counts as empty, and so does an address that is not a
 * web address.
 */
export function rightsIn({ xmp, iptc, exif, bytes }: FoundMetadata): StatedRights | null {
  const properties = xmp ? xmpProperties(xmp) : new Map<string, XmpValue[]>()
  const values = (property: keyof typeof XMP) => properties.get(propertyKey(XMP[property])) ?? []
  const one = (property: keyof typeof XMP) => readable(inDefaultLanguage(values(property)))
  const stated = iptcTexts({ bytes, block: iptc ?? null })
  const iim = (dataset: number) => stated.get(dataset) ?? []
  const camera = exifTexts(exif)
  const licenceUrl = one('licenceUrl')
  const acquireUrl = one('acquireUrl')
  const rights = {
    creator:
      joinedCreators(values('creator').map(({ text }) => readable(text))) ||
      joinedCreators(iim(IIM.byLine).map(readable)) ||
      joinedCreators([readable(camera.artist)]),
    credit: one('credit') || readable(iim(IIM.credit)[0] ?? ''),
    copyright: one('copyright') || readable(iim(IIM.copyrightNotice)[0] ?? '') || readable(camera.copyright),
    licenceUrl: isWebAddress(licenceUrl) ? licenceUrl : '',
    acquireUrl: isWebAddress(acquireUrl) ? acquireUrl : '',
  }
  return Object.values(rights).some((words) => words !== '') ? rights : null
}

/** The text of an alternative for any language, or the first; empty without any. */
export function inDefaultLanguage(values: readonly XmpValue[]): string {
  return (values.find(({ language }) => language === 'x-default') ?? values[0])?.text ?? ''
}

/** The text without spaces at its ends; empty when it is not text at all. */
export function readable(text: string): string {
  return BINARY.test(text) ? '' : text.trim()
}
