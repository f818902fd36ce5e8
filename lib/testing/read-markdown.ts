import { Parser } from 'commonmark'

/** A text as parsed by commonmark, the reference implementation of CommonMark 0.31. */
export interface MarkdownReading {
  /** The visible text. */
  words: string
  /** The destinations of links, in order. */
  links: string[]
  /** The types of all nodes but text, code, links, bold and italic in one paragraph: syntax that was not intended. */
  surprises: string[]
}

/*
 * commonmark looks at UTF-16 units and takes an emoji for a letter, where the specification (section 2.1) sees a symbol.
 * A symbol of the first plane that no text of the tests has stands in for each.
 */
const SYMBOL_BEYOND_FIRST_PLANE = /(?![\0-\uffff])[\p{P}\p{S}]/gu
const STAND_IN = '\u2e4b'

const EXPECTED = new Set(['document', 'paragraph', 'text', 'code', 'link', 'strong', 'emph'])

/** Reads one line of Markdown, as the only block of a document. */
export function readMarkdown(source: string): MarkdownReading {
  const reading: MarkdownReading = { words: '', links: [], surprises: [] }
  const symbols = source.match(SYMBOL_BEYOND_FIRST_PLANE) ?? []
  const walker = new Parser().parse(source.replace(SYMBOL_BEYOND_FIRST_PLANE, STAND_IN)).walker()
  for (let step = walker.next(); step; step = walker.next()) {
    const { node, entering } = step
    if (!entering) continue
    if (!EXPECTED.has(node.type)) reading.surprises.push(node.type)
    if (node.type === 'link') reading.links.push(node.destination ?? '')
    reading.words += node.literal ?? ''
  }
  return { ...reading, words: reading.words.replaceAll(STAND_IN, () => symbols.shift() ?? '') }
}
