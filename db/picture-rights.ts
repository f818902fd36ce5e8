/** Whose a picture is, as the file that came in says; an empty string where it says nothing. */
export interface PictureRights {
  creator: string
  credit: string
  copyright: string
}

/** Datasets of IPTC-IIM record 2 (IPTC Information Interchange Model 4.2, chapter 6). */
const IIM = { creator: 80, credit: 110, copyright: 116 }

/** Properties of IPTC Photo Metadata 2023.2 in XMP. */
const XMP = { creator: 'dc:creator', credit: 'photoshop:Credit', copyright: 'dc:rights' }

/** The rights that a picture's metadata state, XMP before IPTC; null when neither states any. */
export function rightsIn({ xmp, iptc }: { xmp?: Buffer; iptc?: Buffer }): PictureRights | null {
  const packet = xmp?.toString('utf8') ?? ''
  const stated = (property: keyof PictureRights) =>
    inXmp(packet, XMP[property]) || (iptc ? inIptc(iptc, IIM[property]) : '')
  const rights = { creator: stated('creator'), credit: stated('credit'), copyright: stated('copyright') }
  return rights.creator || rights.credit || rights.copyright ? rights : null
}

/** An XMP packet that states `rights` and nothing else: no place, no camera, no history. */
export function rightsXmp({ creator, credit, copyright }: PictureRights): string {
  const list = (property: string, kind: 'Alt' | 'Seq', value: string) => {
    const language = kind === 'Alt' ? ' xml:lang="x-default"' : ''
    return (
      value && `<${property}><rdf:${kind}><rdf:li${language}>${escaped(value)}</rdf:li></rdf:${kind}></${property}>`
    )
  }
  return [
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">',
    list(XMP.creator, 'Seq', creator),
    credit && `<${XMP.credit}>${escaped(credit)}</${XMP.credit}>`,
    list(XMP.copyright, 'Alt', copyright),
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
