import { isWebAddress } from '@/lib/addresses/web-address'
import type { PictureRights } from '@/lib/article/article'

/** Whose a picture is, as the file that came in says; an empty string where it says nothing. */
export interface StatedRights extends PictureRights {
  credit: string
}

/** Datasets of IPTC-IIM record 2 (IPTC Information Interchange Model 4.2, chapter 6). */
const IIM = { creator: 80, credit: 110, copyright: 116 }

/** Properties of IPTC Photo Metadata 2023.2 in XMP; search engines read the two addresses as well. */
const XMP = {
  creator: 'dc:creator',
  credit: 'photoshop:Credit',
  copyright: 'dc:rights',
  licenceUrl: 'xmpRights:WebStatement',
  acquireUrl: 'plus:LicensorURL',
}

/**
 * The rights that a picture's metadata state, XMP before IPTC; null when neither states any. What stands for an address
 * and is none on the web counts as nothing.
 */
export function rightsIn({ xmp, iptc }: { xmp?: Buffer; iptc?: Buffer }): StatedRights | null {
  const packet = xmp?.toString('utf8') ?? ''
  const stated = (property: keyof typeof IIM) =>
    inXmp(packet, XMP[property]) || (iptc ? inIptc(iptc, IIM[property]) : '')
  const address = (property: 'licenceUrl' | 'acquireUrl') => {
    const words = inXmp(packet, XMP[property])
    return isWebAddress(words) ? words : ''
  }
  const rights = {
    ...{ creator: stated('creator'), credit: stated('credit'), copyright: stated('copyright') },
    ...{ licenceUrl: address('licenceUrl'), acquireUrl: address('acquireUrl') },
  }
  return Object.values(rights).some((words) => words !== '') ? rights : null
}

/** An XMP packet that states `rights` and nothing else: no place, no camera, no history. */
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

/** A property's words, written as an element (its first item when it is a list) or as an attribute. */
function inXmp(packet: string, property: string): string {
  const element = new RegExp(`<${property}(?:\\s[^>]*)?>([\\s\\S]*?)</${property}>`).exec(packet)?.[1]
  const item = element && (/<rdf:li(?:\s[^>]*)?>([\s\S]*?)<\/rdf:li>/.exec(element)?.[1] ?? element)
  const attribute = new RegExp(`\\s${property}=(?:"([^"]*)"|'([^']*)')`).exec(packet)
  return unescaped(item || attribute?.[1] || attribute?.[2] || '').trim()
}

/** The dataset's words: marker 0x1c, record 2, dataset, two bytes of length, text. */
function inIptc(block: Buffer, dataset: number): string {
  const start = block.indexOf(Buffer.from([0x1c, 2, dataset]))
  if (start < 0 || start + 5 > block.length) return ''
  const length = block.readUInt16BE(start + 3)
  return block
    .subarray(start + 5, start + 5 + length)
    .toString('utf8')
    .trim()
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}
