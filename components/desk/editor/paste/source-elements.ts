import { marksOf } from '@/lib/text/typed-signs'
import type { WhiteSpace } from './pasted-line'

/* What elements of HTML mean to a reader of it, by their names. */

/** `Node.TEXT_NODE`, also where there is no browser. */
export const TEXT = 3
const ELEMENT = 1

export const CODE: ReadonlySet<string> = new Set(['code', 'kbd', 'listing', 'pre', 'samp', 'tt', 'xmp'])
const BOLD = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th'])
const ITALIC = new Set(['address', 'cite', 'dfn', 'em', 'i', 'var'])
const LISTS = new Set(['ul', 'ol', 'menu', 'dir'])

export function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT
}

/** true for an element that is bold without a style; null for one that says nothing of it. */
export function boldByName(name: string): true | null {
  return BOLD.has(name) || null
}

export function italicByName(name: string): true | null {
  return ITALIC.has(name) || null
}

/** null where it is as around the element. */
export function whiteSpaceOf(element: Element, declared: string | undefined): WhiteSpace | null {
  if (declared && /^(?:pre|pre-wrap|break-spaces|preserve)\b(?!-line|-breaks)/.test(declared)) return 'preserve'
  if (declared && /^(?:pre-line|preserve-breaks)/.test(declared)) return 'preserve-breaks'
  if (declared && /^(?:normal|nowrap|collapse|initial)/.test(declared)) return 'collapse'
  return /^(?:pre|listing|xmp|plaintext)$/.test(element.localName) ? 'preserve' : null
}

/** Headings of the web and of Word, on the two levels of a story; null for anything else. */
export function headingLevel(element: Element): 2 | 3 | null {
  const [, digit] = /^h([1-6])$/.exec(element.localName) ?? []
  if (digit) return Number(digit) <= 2 ? 2 : 3
  const kind = element.getAttribute('class') ?? ''
  if (element.localName === 'p' && /\bMsoTitle\b/.test(kind)) return 2
  if (element.localName === 'p' && /\bMsoSubtitle\b/.test(kind)) return 3
  if (element.getAttribute('role') !== 'heading') return null
  return Number(element.getAttribute('aria-level') ?? '2') <= 2 ? 2 : 3
}

export function isList(element: Element): boolean {
  return LISTS.has(element.localName)
}

/** The first list within a part of an item; null without one, and for one in a table. */
export function holdsList(element: Element): Element | null {
  const list = element.querySelector('ul, ol, menu, dir')
  return list && !list.closest('table') ? list : null
}

/** A whole number of an attribute, from 0; null for anything else. */
export function wholeNumber(written: string | null): number | null {
  const digits = /^\s*(\d{1,6})/.exec(written ?? '')?.[1]
  return digits === undefined ? null : Number(digits)
}

/** The element at the end of a quotation that says whose it is; null when there is none. */
export function attributionIn(quote: Element): Element | null {
  const last = [...quote.childNodes].findLast(
    (node) => node.textContent?.trim() || (isElement(node) && showsWithoutText(node)),
  )
  if (!last || !isElement(last)) return null
  if (/^(?:footer|cite|figcaption)$/.test(last.localName)) return last
  const [only] = last.children
  const words = last.textContent?.trim()
  const isAll = last.localName === 'p' && only?.localName === 'cite' && words && only.textContent?.trim() === words
  // A picture may be an emoji, which is a word.
  const hasMore = [...last.querySelectorAll('img')].some((picture) => !only?.contains(picture))
  return isAll && only && !hasMore ? only : null
}

/** Whether a browser may show words of an element without text: an emoji drawn as a picture, the marks of an empty quotation. */
function showsWithoutText(element: Element): boolean {
  return element.matches('img, q') || element.querySelector('img, q') !== null
}

/** The child of `holder` in which `part` stands. */
export function outermostIn(holder: Element, part: Element): Element {
  let outermost = part
  while (outermost.parentElement && outermost.parentElement !== holder) outermost = outermost.parentElement
  return outermost
}

/** The marks that a browser sets around `q`, by the language that the source names and by depth. */
export function quotationMarks(quotation: Element): [string, string] {
  const language = quotation.closest('[lang]')?.getAttribute('lang') ?? ''
  const [open, close, openInner, closeInner] = marksOf(language)
  let depth = 0
  for (let around = quotation.parentElement; around; around = around.parentElement)
    if (around.localName === 'q') depth += 1
  return depth % 2 ? [openInner, closeInner] : [open, close]
}

/**
 * Spaces that a program wrote as no-break spaces although they are none: Word's runs and its ends of paragraphs
 * (`o:p`), and those that browsers put around copied lines.
 */
export function isSpaceOfWord(element: Element, spaceRun: string | undefined): boolean {
  if (element.localName === 'o:p') return !element.textContent?.replaceAll('\u00a0', ' ').trim()
  if (element.localName !== 'span' || !/^[\s\u00a0]+$/.test(element.textContent ?? '')) return false
  return (
    spaceRun === 'yes' ||
    element.getAttribute('class') === 'Apple-converted-space' ||
    (element.attributes.length === 0 && element.textContent === '\u00a0')
  )
}

/** What a page shows of a formula beside the MathML that says the same (KaTeX, MathJax). */
export function isSecondMath(element: Element): boolean {
  const name = element.localName
  const isDrawn = name === 'mjx-math' || /\bkatex-html\b/.test(element.getAttribute('class') ?? '')
  return isDrawn && element.parentElement?.querySelector('math') != null
}

/** The formula that a page hides behind a picture of it, as Wikipedia does; null for anything else that is hidden. */
export function hiddenMath(element: Element): Element | null {
  const math = element.localName === 'math' ? element : element.querySelector('math')
  return math && element.nextElementSibling?.localName === 'img' ? math : null
}
