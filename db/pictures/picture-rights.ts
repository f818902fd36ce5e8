import { iptcRights } from '@/db/pictures/iptc'
import { propertyKey, type XmpName, type XmpValue, xmpProperties } from '@/db/pictures/xmp'
import { isWebAddress } from '@/lib/addresses/web-address'
import { creatorNames, joinedCreators } from '@/lib/article/creators'
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
interface Metadata {
  /** The XMP packet, which the format may compress. */
  xmp: Buffer | undefined
  /** The block of IPTC. */
  iptc?: Buffer | undefined
  /** The whole file. */
  bytes: Buffer
}

/**
 * The rights in a picture's metadata, XMP before IPTC; null when neither has any. Several creators are one name after the
 * other (lib/article/creators.ts). Metadata that cannot be parsed counts as empty, and so does an address that is not a
 * web address.
 */
export function rightsIn({ xmp, iptc, bytes }: Metadata): StatedRights | null {
  const properties = xmp ? xmpProperties(xmp) : new Map<string, XmpValue[]>()
  const values = (property: keyof typeof XMP) => properties.get(propertyKey(XMP[property])) ?? []
  const one = (property: keyof typeof XMP) => readable(inDefaultLanguage(values(property)))
  const stated = iptcRights({ bytes, block: iptc ?? null })
  const licenceUrl = one('licenceUrl')
  const acquireUrl = one('acquireUrl')
  const rights = {
    creator:
      joinedCreators(values('creator').map(({ text }) => readable(text))) ||
      joinedCreators(stated.creators.map(readable)),
    credit: one('credit') || readable(stated.credit),
    copyright: one('copyright') || readable(stated.copyright),
    licenceUrl: isWebAddress(licenceUrl) ? licenceUrl : '',
    acquireUrl: isWebAddress(acquireUrl) ? acquireUrl : '',
  }
  return Object.values(rights).some((words) => words !== '') ? rights : null
}

/** An XMP packet that contains `rights` and nothing else: no location, no camera, no history. */
export function rightsXmp({ creator, credit, copyright, licenceUrl, acquireUrl }: StatedRights): string {
  const list = (property: string, kind: 'Alt' | 'Seq', values: string[]) => {
    const language = kind === 'Alt' ? ' xml:lang="x-default"' : ''
    const items = values.map((value) => `<rdf:li${language}>${escaped(value)}</rdf:li>`).join('')
    return items && `<${property}><rdf:${kind}>${items}</rdf:${kind}></${property}>`
  }
  const plain = (property: string, value: string) => value && `<${property}>${escaped(value)}</${property}>`
  return [
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
    ' xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/">',
    list(XMP.creator, 'Seq', creatorNames(creator)),
    plain(XMP.credit, credit),
    list(XMP.copyright, 'Alt', copyright ? [copyright] : []),
    plain(XMP.licenceUrl, licenceUrl),
    acquireUrl &&
      `<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">${plain(XMP.acquireUrl, acquireUrl)}</rdf:li></rdf:Seq></plus:Licensor>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
  ].join('')
}

/** The text of an alternative for any language, or the first. */
function inDefaultLanguage(values: readonly XmpValue[]): string {
  return (values.find(({ language }) => language === 'x-default') ?? values[0])?.text ?? ''
}

function readable(text: string): string {
  return BINARY.test(text) ? '' : text.trim()
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
