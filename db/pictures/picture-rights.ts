import ExifReader, { type ExpandedTags } from 'exifreader'
import { isWebAddress } from '@/lib/addresses/web-address'
import type { PictureRights } from '@/lib/article/article'

/** The rights in the metadata of a picture file; an empty string where it says nothing. */
export interface StatedRights extends PictureRights {
  credit: string
}

/** ExifReader's names of datasets of IPTC-IIM record 2 (IPTC Information Interchange Model 4.2, chapter 6). */
const IIM = { creator: 'By-line', credit: 'Credit', copyright: 'Copyright Notice' }

/** Properties of IPTC Photo Metadata 2023.2 in XMP. Search engines read the two addresses. */
const XMP = {
  creator: 'dc:creator',
  credit: 'photoshop:Credit',
  copyright: 'dc:rights',
  licenceUrl: 'xmpRights:WebStatement',
  acquireUrl: 'plus:LicensorURL',
}

/** Control characters: a dataset whose length exceeds its block contains bytes of the picture instead of text. */
const BINARY = /[^\P{Cc}\t\n\r]|\ufffd/u

/** ExifReader recognizes XMP by these bytes. A packet in a picture may lack them. */
const XPACKET = Buffer.from('<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>')

/**
 * The rights in a picture's metadata, XMP before IPTC; null when neither has any. `xmp` is the XMP packet, passed
 * separately because the format may compress it; `bytes` is the whole file. Metadata that cannot be parsed counts as
 * empty, and so does an address that is not a web address.
 */
export function rightsIn({ xmp, bytes }: { xmp: Buffer | undefined; bytes: Buffer }): StatedRights | null {
  const inXmp = xmp ? metadataOf(Buffer.concat([XPACKET, xmp])).xmp : undefined
  const { iptc } = metadataOf(bytes)
  const stated = (property: keyof typeof IIM) => firstText(inXmp, localName(property)) || firstText(iptc, IIM[property])
  const licenceUrl = firstText(inXmp, localName('licenceUrl'))
  const acquireUrl = firstText(inXmp, localName('acquireUrl'))
  const rights = {
    ...{ creator: stated('creator'), credit: stated('credit'), copyright: stated('copyright') },
    licenceUrl: isWebAddress(licenceUrl) ? licenceUrl : '',
    acquireUrl: isWebAddress(acquireUrl) ? acquireUrl : '',
  }
  return Object.values(rights).some((words) => words !== '') ? rights : null
}

/** An XMP packet that contains `rights` and nothing else: no location, no camera, no history. */
export function rightsXmp({ creator, credit, copyright, licenceUrl, acquireUrl }: StatedRights): string {
  const list = (property: string, kind: 'Alt' | 'Seq', value: string) => {
    const language = kind === 'Alt' ? ' xml:lang="x-default"' : ''
    return (
      value && `<${property}><rdf:${kind}><rdf:li${language}>${escaped(value)}</rdf:li></rdf:${kind}></${property}>`
    )
  }
  const plain = (property: string, value: string) => value && `<${property}>${escaped(value)}</${property}>`
  return [
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
    ' xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/">',
    list(XMP.creator, 'Seq', creator),
    plain(XMP.credit, credit),
    list(XMP.copyright, 'Alt', copyright),
    plain(XMP.licenceUrl, licenceUrl),
    acquireUrl &&
      `<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">${plain(XMP.acquireUrl, acquireUrl)}</rdf:li></rdf:Seq></plus:Licensor>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
  ].join('')
}

function metadataOf(bytes: Buffer): ExpandedTags {
  try {
    return ExifReader.load(bytes, { expanded: true, includeTags: { xmp: true, iptc: true } })
  } catch {
    // The format is unknown to ExifReader, or the file has no metadata, or it is broken.
    return {}
  }
}

/** The name of an XMP property in ExifReader, which leaves out the prefix. */
function localName(property: keyof typeof XMP): string {
  return XMP[property].slice(XMP[property].indexOf(':') + 1)
}

/** The text of the first property `name` in an XMP packet, at any depth; empty when there is none. */
function firstText(tags: unknown, name: string): string {
  if (typeof tags !== 'object' || tags === null) return ''
  for (const [key, tag] of Object.entries(tags)) {
    const text = (key === name && textOf(tag)) || firstText(tag, name)
    if (text) return text
  }
  return ''
}

/** The text of an XMP property or IPTC dataset; of a list, that of its first item; empty when it has none. */
function textOf(tag: unknown): string {
  if (Array.isArray(tag)) return textOf(tag[0])
  if (typeof tag !== 'object' || tag === null) return ''
  if ('value' in tag && Array.isArray(tag.value) && typeof tag.value[0] === 'object') return textOf(tag.value)
  if (!('description' in tag) || typeof tag.description !== 'string') return ''
  return BINARY.test(tag.description) ? '' : tag.description.trim()
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
