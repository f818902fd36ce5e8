import { Lines, type PastedStory } from './pasted-story'
import type { Inherited, Reading } from './reading'
import { isElement, outermostIn, TEXT } from './source-elements'

/** Reads a quotation as a quote for each of its paragraphs; `said` says whose the words are, and may stand in it. */
export function readQuote(
  quote: Element,
  inner: Inherited,
  { reading, story, said }: { reading: Reading; story: PastedStory; said: Element | null },
): void {
  story.endLine()
  const lines = new Lines()
  const attribution = said ? reading.oneText(said, reading.inherited(said, inner)).line.text : ''
  const holder = said && quote.contains(said) ? outermostIn(quote, said) : null
  for (const node of quote.childNodes) {
    if (node === holder) continue
    if (node.nodeType === TEXT) reading.words(node.nodeValue ?? '', inner, lines)
    else if (isElement(node)) reading.element(node, inner, lines)
  }
  lines.endLine()
  for (const [place, text] of lines.texts.entries()) {
    const isLast = place === lines.texts.length - 1
    const who = isLast ? attribution.replace(/^[—–-]\s*/, '').trim() : ''
    story.add({ type: 'quote', id: '', text, ...(who && { attribution: who }) })
  }
  if (!lines.texts.length && attribution.trim()) {
    story.add({ type: 'paragraph', id: '', text: [{ text: attribution }] })
  }
}
