import { SaxesParser, type SaxesTagNS } from 'saxes'

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const XML = 'http://www.w3.org/XML/1998/namespace'

/** The prefixes by convention, for packets that leave them undeclared, as some tools write them. */
const CONVENTIONAL: Record<string, string> = {
  rdf: RDF,
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  exif: 'http://ns.adobe.com/exif/1.0/',
}

/** A packet is a few kilobytes; larger ones hold thumbnails and histories. */
const MAX_BYTES = 4 * 1024 * 1024

/** A property of XMP by its conventional prefix and its name, such as `dc:creator`. */
export type XmpName = `${keyof typeof CONVENTIONAL & string}:${string}`

/** One value of a property; of a list, one of its items. */
export interface XmpValue {
  text: string
  /** The language of the item; empty when it has none. */
  language: string
}

/** An element that is open while the packet is read. */
interface Open {
  uri: string
  local: string
  language: string
  text: string
  /** The texts of its items; of an element without items, empty. */
  items: XmpValue[]
}

/**
 * The values of every property in an XMP packet, at any depth, by namespace and name (`propertyKey`): whatever its
 * prefixes, its encoding (UTF-8, UTF-16 or UTF-32), its entities, numeric references and CDATA sections, written as
 * elements, as attributes or by `rdf:resource`. Of a property that stands twice, the first that says something counts.
 * A packet that breaks off says what stands before (XMP specification part 1, ISO 16684-1, section 7).
 */
export function xmpProperties(packet: Uint8Array): Map<string, XmpValue[]> {
  const found = new Map<string, XmpValue[]>()
  const open: Open[] = []
  const say = (uri: string, local: string, values: XmpValue[]) => {
    const texts = values
      .map(({ text, language }) => ({ text: text.trim(), language }))
      .filter(({ text }) => text !== '')
    if (texts.length && !found.has(uri + local)) found.set(uri + local, texts)
  }
  const parser = new SaxesParser({ xmlns: true, fragment: true })
  // What is not well-formed is passed over; the rest of the packet may still say whose picture it is.
  parser.on('error', () => {})
  parser.on('opentag', (tag) => {
    const { uri, local } = nameOf(tag)
    const element: Open = { uri, local, language: '', text: '', items: [] }
    for (const attribute of Object.values(tag.attributes)) {
      const name = nameOf(attribute)
      if (name.uri === XML && name.local === 'lang') element.language = attribute.value
      else if (name.uri === RDF && name.local === 'resource') element.text = attribute.value
      else if (name.uri !== RDF) say(name.uri, name.local, [{ text: attribute.value, language: '' }])
    }
    open.push(element)
  })
  const add = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    const element = open.pop()
    if (!element) return
    const { uri, local, text, language, items } = element
    if (uri !== RDF) say(uri, local, items.length ? items : [{ text, language }])
    else if (local === 'li' || local === 'value') {
      const property = open.findLast((above) => above.uri !== RDF)
      property?.items.push(...(items.length ? items : [{ text, language }]))
    }
  })
  try {
    parser.write(textOf(packet.subarray(0, MAX_BYTES))).close()
  } catch {
    // What was read so far counts.
  }
  return found
}

/** The key of a property in what `xmpProperties` returns. */
export function propertyKey(name: XmpName): string {
  const [prefix = '', local = ''] = name.split(':')
  return (CONVENTIONAL[prefix] ?? '') + local
}

function nameOf({ uri, prefix, local }: Pick<SaxesTagNS, 'uri' | 'prefix' | 'local'>): { uri: string; local: string } {
  // What is undeclared has its prefix in place of a namespace.
  return { uri: uri === prefix ? (CONVENTIONAL[prefix] ?? uri) : uri, local }
}

/** The text of a packet by its byte order mark, or by where the zeros of its first `<` stand. */
function textOf(packet: Uint8Array): string {
  const [a = 0, b = 0, c = 0, d = 0] = packet
  if (a === 0 && b === 0) return utf32(packet, false)
  if (b === 0 && c === 0 && d === 0) return utf32(packet, true)
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? utf32(packet, true) : decoded(packet, 'utf-16le')
  if ((a === 0xfe && b === 0xff) || a === 0) return decoded(packet, 'utf-16be')
  if (b === 0) return decoded(packet, 'utf-16le')
  return decoded(packet, 'utf-8')
}

function decoded(packet: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(packet)
}

function utf32(packet: Uint8Array, isLittle: boolean): string {
  const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength)
  let text = ''
  for (let at = 0; at + 4 <= packet.length; at += 4) {
    const point = view.getUint32(at, isLittle)
    if (point !== 0xfeff) text += point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'
  }
  return text
}
