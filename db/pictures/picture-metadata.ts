import { exifTexts } from '@/db/pictures/exif'
import { IIM, iptcTexts } from '@/db/pictures/iptc'
import { type FoundMetadata, inDefaultLanguage, readable, rightsIn } from '@/db/pictures/picture-rights'
import { propertyKey, type XmpName, type XmpValue, xmpProperties } from '@/db/pictures/xmp'
import { creatorNames } from '@/lib/article/creators'
import type { StatedMetadata, StatedRights } from '@/lib/pictures/picture-maker'

/** No caption or keyword of a file is taken beyond these, in characters and in number. */
const MAX_CAPTION_LENGTH = 5000
const MAX_KEYWORD_LENGTH = 100
const MAX_KEYWORDS = 60

const NO_RIGHTS = { creator: '', credit: '', copyright: '', licenceUrl: '', acquireUrl: '' }

/**
 * What the metadata of a picture says of it, XMP before IPTC before Exif; null when it says nothing. Coordinates are
 * never read. Metadata that cannot be parsed counts as empty (IPTC Photo Metadata 2023.2; Exif 2.32).
 */
export function metadataIn(found: FoundMetadata): StatedMetadata | null {
  const { xmp, iptc, exif, bytes } = found
  const properties = xmp ? xmpProperties(xmp) : new Map<string, XmpValue[]>()
  const stated = iptcTexts({ bytes, block: iptc ?? null })
  const camera = exifTexts(exif)
  const values = (name: XmpName) => properties.get(propertyKey(name)) ?? []
  const first = (dataset: number, ...names: XmpName[]) =>
    names.map((name) => readable(inDefaultLanguage(values(name)))).find(Boolean) ||
    readable(stated.get(dataset)?.[0] ?? '')
  const rights = rightsIn(found)
  const metadata = {
    ...(rights ?? NO_RIGHTS),
    alt: readable(inDefaultLanguage(values('Iptc4xmpCore:AltTextAccessibility'))).slice(0, MAX_CAPTION_LENGTH),
    caption: (first(IIM.caption, 'dc:description') || readable(camera.description)).slice(0, MAX_CAPTION_LENGTH),
    keywords: keywordsOf(
      values('dc:subject').map(({ text }) => text),
      stated.get(IIM.keywords) ?? [],
      camera.keywords.split(';'),
    ),
    place: {
      sublocation: first(IIM.sublocation, 'Iptc4xmpCore:Location', 'Iptc4xmpExt:Sublocation'),
      city: first(IIM.city, 'photoshop:City', 'Iptc4xmpExt:City'),
      state: first(IIM.state, 'photoshop:State', 'Iptc4xmpExt:ProvinceState'),
      country: first(IIM.country, 'photoshop:Country', 'Iptc4xmpExt:CountryName'),
    },
    takenOn: dayIn(first(IIM.dateCreated, 'photoshop:DateCreated', 'exif:DateTimeOriginal')) ?? dayIn(camera.takenAt),
  }
  return rights || hasWords(metadata) ? metadata : null
}

/** An XMP packet that says this of a picture and nothing else: no coordinates, no camera, no history. */
export function metadataXmp(stated: StatedRights & Partial<StatedMetadata>): string {
  const { creator, credit, copyright, licenceUrl, acquireUrl } = stated
  const { alt = '', caption = '', keywords = [], place, takenOn } = stated
  return [
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
    ' xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"',
    ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">',
    list('dc:creator', 'Seq', creatorNames(creator)),
    plain('photoshop:Credit', credit),
    list('dc:rights', 'Alt', copyright ? [copyright] : []),
    plain('xmpRights:WebStatement', licenceUrl),
    acquireUrl &&
      `<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">${plain('plus:LicensorURL', acquireUrl)}</rdf:li></rdf:Seq></plus:Licensor>`,
    list('dc:description', 'Alt', caption ? [caption] : []),
    list('Iptc4xmpCore:AltTextAccessibility', 'Alt', alt ? [alt] : []),
    list('dc:subject', 'Bag', keywords),
    plain('Iptc4xmpCore:Location', place?.sublocation ?? ''),
    plain('photoshop:City', place?.city ?? ''),
    plain('photoshop:State', place?.state ?? ''),
    plain('photoshop:Country', place?.country ?? ''),
    plain('photoshop:DateCreated', takenOn ?? ''),
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
  ].join('')
}

/** The first of the lists that says something, each keyword once. */
function keywordsOf(...lists: string[][]): string[] {
  for (const list of lists) {
    const keywords = [...new Set(list.map((word) => readable(word).slice(0, MAX_KEYWORD_LENGTH)).filter(Boolean))]
    if (keywords.length) return keywords.slice(0, MAX_KEYWORDS)
  }
  return []
}

/** The day in a date of XMP (2026-11-24T…), IPTC (20261124) or Exif (2026:11:24 …); null when there is none. */
function dayIn(date: string): string | null {
  const [, year, month, day] = /^(\d{4})[-:]?(\d\d)[-:]?(\d\d)(?!\d)/.exec(date) ?? []
  if (!year || !month || !day) return null
  const written = `${year}-${month}-${day}`
  const at = new Date(`${written}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== written ? null : written
}

function hasWords({ alt, caption, keywords, place, takenOn }: StatedMetadata): boolean {
  return [alt, caption, ...keywords, ...Object.values(place)].some(Boolean) || takenOn !== null
}

function list(property: XmpName, kind: 'Alt' | 'Seq' | 'Bag', values: string[]): string {
  const language = kind === 'Alt' ? ' xml:lang="x-default"' : ''
  const items = values.map((value) => `<rdf:li${language}>${escaped(value)}</rdf:li>`).join('')
  return items && `<${property}><rdf:${kind}>${items}</rdf:${kind}></${property}>`
}

function plain(property: XmpName, value: string): string {
  return value && `<${property}>${escaped(value)}</${property}>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
