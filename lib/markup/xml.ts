/** Well-formed markup, created by `element` alone. */
export class Xml {
  constructor(readonly source: string) {}
}

/** The content of an element: a string is text, null is nothing, a list is its members in order. */
export type XmlContent = string | Xml | null | XmlContent[]

// The characters of XML 1.0 (section 2.2, Char): no control characters but tab and line ends, no half of a pair.
// Left out, the ends of a line and of a page would glue two words.
const LINE_END_ELSEWHERE = /[\v\f]/g
const NO_XML_CHARACTER = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu
const NAME = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/

/**
 * An element. Attributes that are null are left out. Without any content it is written as `<name/>`, with content that
 * happens to be empty as `<name></name>`, so that the same writer serves HTML, whose empty paragraph must be closed.
 * Characters that XML 1.0 does not allow are left out, or a space where they end a line.
 * Throws when a name is not an XML name.
 */
export function element(
  name: string,
  attributes: Record<string, string | number | null> = {},
  ...content: XmlContent[]
): Xml {
  const start = xmlName(name) + Object.entries(attributes).map(attribute).join('')
  return new Xml(content.length ? `<${start}>${contentSource(content)}</${name}>` : `<${start}/>`)
}

/** A whole document. */
export function xmlDocument(root: Xml): string {
  return `${XML_DECLARATION}\n${root.source}\n`
}

/** The first line of a document, for documents that are written in pieces. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'

/** Text escaped for the content of an element. A bare carriage return would be read as a line feed. */
export function xmlText(text: string): string {
  return text
    .replace(LINE_END_ELSEWHERE, ' ')
    .replace(NO_XML_CHARACTER, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

function contentSource(content: XmlContent): string {
  if (content === null) return ''
  if (typeof content === 'string') return xmlText(content)
  return Array.isArray(content) ? content.map(contentSource).join('') : content.source
}

/** Bare white space in an attribute would be read as spaces. */
function attribute([name, value]: [string, string | number | null]): string {
  if (value === null) return ''
  const text = xmlText(String(value)).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')
  return ` ${xmlName(name)}="${text}"`
}

function xmlName(name: string): string {
  if (!NAME.test(name)) throw new Error(`"${name}" is not a name in XML`)
  return name
}
