/** Markup that is well-formed as it stands; made by `element` and by nothing else. */
export class Xml {
  constructor(readonly source: string) {}
}

/** What stands in an element: a string is text, null is nothing, a list is its members one after another. */
export type XmlContent = string | Xml | null | XmlContent[]

// The characters of XML 1.0 (section 2.2, Char): no control characters but tab and line ends, no half of a pair.
const NO_XML_CHARACTER = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu
const NAME = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/

/**
 * An element. Attributes that are null are left out. Without any content it is written as `<name/>`, with content that
 * happens to be empty as `<name></name>`, so that the same writer serves HTML, whose empty paragraph must be closed.
 * Characters that XML 1.0 cannot hold are left out, wherever they stand.
 * Throws when a name is not an XML name.
 */
export function element(
  name: string,
  attributes: Record<string, string | number | null> = {},
  ...content: XmlContent[]
): Xml {
  const start = xmlName(name) + Object.entries(attributes).map(attribute).join('')
  return new Xml(content.length ? `<${start}>${written(content)}</${name}>` : `<${start}/>`)
}

/** A whole document. */
export function xmlDocument(root: Xml): string {
  return `${XML_DECLARATION}\n${root.source}\n`
}

/** How a document begins; for what is written piece by piece. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'

/** Text as it may stand between tags. A carriage return would reach its reader as a line feed if it stood there bare. */
export function xmlText(text: string): string {
  return text
    .replace(NO_XML_CHARACTER, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

function written(content: XmlContent): string {
  if (content === null) return ''
  if (typeof content === 'string') return xmlText(content)
  return Array.isArray(content) ? content.map(written).join('') : content.source
}

/** White space in an attribute would reach its reader as plain spaces. */
function attribute([name, value]: [string, string | number | null]): string {
  if (value === null) return ''
  const text = xmlText(String(value)).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')
  return ` ${xmlName(name)}="${text}"`
}

function xmlName(name: string): string {
  if (!NAME.test(name)) throw new Error(`"${name}" is not a name in XML`)
  return name
}
