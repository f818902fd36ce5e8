import { type BodyElement, hasWords, SPAN_MARKS, type SpanMark } from '@/lib/article/body'
import { LeftOut } from './left-out'
import { writeMath } from './math-words'
import { ownElement } from './own-elements'
import { type Format, PLAIN, type WhiteSpace } from './pasted-line'
import { pastedHref } from './pasted-link'
import { dropMark, ItemWords, Lines, type ListItem, OneText, PastedStory, type Sink } from './pasted-story'
import { PastedStyles } from './pasted-styles'
import { type PastedRow, plainTable } from './pasted-tables'
import {
  CONTROLS,
  emojiOf,
  isComment,
  isCommentText,
  isCountingPixel,
  isStruck,
  layoutOf,
  MEDIA,
  makesBlocks,
} from './shown'
import { withSignatureBlocks } from './signature-blocks'
import {
  attributionIn,
  boldByName,
  CODE,
  headingLevel,
  hiddenMath,
  holdsList,
  isElement,
  isList,
  isSecondMath,
  isSpaceOfWord,
  italicByName,
  outermostIn,
  quotationMarks,
  TEXT,
  whiteSpaceOf,
  wholeNumber,
} from './source-elements'
import { wordItem } from './word-items'

/** Parses HTML into a separate document in which no script runs and nothing is loaded. */
export type ParseHtml = (html: string) => Document

export interface Pasted {
  /** The elements of a story, in the order of the source; their ids are empty. */
  elements: BodyElement[]
  leftOut: LeftOut
}

/** What an element hands on to what is in it. */
interface Inherited {
  format: Format
  whiteSpace: WhiteSpace
  isVisible: boolean
  /** Whether children are blocks, as in a flex box. */
  areBlocks: boolean
  /** The item that a nested list belongs to; null outside of lists. */
  list: ListItem | null
}

const AT_FIRST: Inherited = { format: PLAIN, whiteSpace: 'collapse', isVisible: true, areBlocks: false, list: null }

/**
 * Reads HTML copied from anywhere as elements of a story. The words that arrive, with their spaces, are those that a
 * browser shows (`innerText`), but for the exceptions that docs/pasting.md lists. `origin` is this site's.
 */
export function pastedHtml(html: string, parse: ParseHtml, origin: string): Pasted {
  const reading = new Reading(parse(html), origin)
  return { elements: withSignatureBlocks(reading.elements()), leftOut: reading.leftOut }
}

class Reading {
  leftOut = new LeftOut()
  readonly #body: Element | null
  readonly #styles: PastedStyles
  readonly #origin: string

  constructor(document: Document, origin: string) {
    this.#body = document.body
    this.#styles = new PastedStyles(document)
    this.#origin = origin
  }

  elements(): BodyElement[] {
    const story = new PastedStory()
    if (this.#body) this.#children(this.#body, AT_FIRST, story)
    story.endLine()
    return story.elements
  }

  #children(parent: Element, inherited: Inherited, sink: Sink): void {
    for (const node of parent.childNodes) {
      if (node.nodeType === TEXT) this.#words(node.nodeValue ?? '', inherited, sink)
      else if (isElement(node)) this.#element(node, inherited, sink)
    }
  }

  #words(words: string, { format, whiteSpace, isVisible }: Inherited, sink: Sink): void {
    if (!isVisible) return
    if (whiteSpace === 'collapse') {
      sink.line.write(words, format)
      return
    }
    for (const [place, line] of words.split(/\r\n?|\n/).entries()) {
      if (place > 0) sink.endLine()
      if (whiteSpace === 'preserve-breaks') sink.line.write(line, format)
      // A story has no tabs: its columns are tables.
      else sink.line.add(line.replace(/[\t\f]/g, ' '), format)
    }
  }

  #element(element: Element, inherited: Inherited, sink: Sink): void {
    const declared = this.#styles.of(element)
    const layout = layoutOf(element, declared)
    if (layout === 'none') {
      const math = hiddenMath(element)
      if (math) writeMath(math, sink.line, inherited.format)
      return
    }
    if (this.#isLeftOut(element, sink)) return
    const inner = this.#inherited(element, inherited)
    if (sink instanceof PastedStory && inner.isVisible && this.#structure(element, inner, sink)) return
    if (this.#inline(element, inner, sink)) return
    const isBlock = layout === 'block' || (inherited.areBlocks && layout !== 'contents')
    if (isBlock) sink.endLine()
    if (layout === 'box' && !isBlock) this.#inBox(element, inner, sink)
    else this.#children(element, inner, sink)
    if (isBlock) sink.endLine()
  }

  /** The content of a box in the line, which has no spaces at its own ends. */
  #inBox(element: Element, inner: Inherited, sink: Sink): void {
    const { line } = sink
    const box = line.openBox()
    this.#children(element, inner, sink)
    // A block in the box may have ended the line.
    sink.line.closeBox(sink.line === line ? box : { length: 0, atEdge: false })
  }

  /** Whether the element is not for a story; what the editor would miss is noted. */
  #isLeftOut(element: Element, sink?: Sink): boolean {
    const { leftOut } = this
    const declared = this.#styles.of(element)
    const name = element.localName
    if (name === 'img' || name === 'canvas' || name === 'svg') {
      const emoji = name === 'img' ? emojiOf(element) : null
      if (emoji) return false
      if (!isCountingPixel(element) && !this.#isSaidAsMath(element)) leftOut.pictures += 1
      return true
    }
    if (MEDIA.has(name)) leftOut.media += 1
    else if (CONTROLS.has(name)) {
      if (element.getAttribute('type') !== 'hidden') leftOut.controls += 1
    } else if (isComment(element, declared)) {
      const texts = [element, ...element.querySelectorAll('*')]
      leftOut.comments += texts.filter((part) => isCommentText(part, this.#styles.of(part))).length
    } else if (isStruck(element, declared)) {
      const words = this.#aside(() => this.#oneText(element, AT_FIRST).line.text.trim())
      if (words) leftOut.struck.push(words)
      if (layoutOf(element, declared) === 'block') sink?.endLine()
    } else return isSecondMath(element)
    return true
  }

  /** Reads something whose own left-out parts do not count. */
  #aside<T>(read: () => T): T {
    const { leftOut } = this
    this.leftOut = new LeftOut()
    const answer = read()
    this.leftOut = leftOut
    return answer
  }

  /** A formula is often shown as a picture, beside MathML that only programs see. */
  #isSaidAsMath(picture: Element): boolean {
    return picture.parentElement?.querySelector('math') != null
  }

  #inherited(element: Element, { format, whiteSpace, isVisible, list }: Inherited): Inherited {
    const declared = this.#styles.of(element)
    const visibility = declared.get('visibility')
    const isHidden = visibility === 'hidden' || visibility === 'collapse'
    return {
      format: this.#format(element, format),
      whiteSpace: whiteSpaceOf(element, declared.get('white-space')) ?? whiteSpace,
      isVisible: isHidden ? false : isVisible || visibility === 'visible',
      areBlocks: makesBlocks(declared),
      list,
    }
  }

  #format(element: Element, { marks, href }: Format): Format {
    const declared = this.#styles.of(element)
    const name = element.localName
    const font = declared.get('font')
    const weight =
      declared.get('font-weight') ??
      (font === undefined ? undefined : (/\b(?:bold|bolder|[6-9]00)\b/.exec(font)?.[0] ?? 'normal'))
    const slant =
      declared.get('font-style') ??
      (font === undefined ? undefined : (/\b(?:italic|oblique)\b/.exec(font)?.[0] ?? 'normal'))
    const align = declared.get('vertical-align')
    const chosen = new Set(marks)
    const set = (mark: SpanMark, isOn: boolean | null) => {
      if (isOn === true) chosen.add(mark)
      else if (isOn === false) chosen.delete(mark)
    }
    set(
      'bold',
      weight === undefined || weight === 'inherit' ? boldByName(name) : /^(?:bold|bolder|[6-9]00)$/.test(weight),
    )
    set('italic', slant === undefined || slant === 'inherit' ? italicByName(name) : /^(?:italic|oblique)/.test(slant))
    if (name === 'sup' ? align !== 'baseline' : align === 'super') chosen.add('superscript')
    if (name === 'sub' ? align !== 'baseline' : align === 'sub') chosen.add('subscript')
    if (CODE.has(name)) chosen.add('code')
    const written = name === 'a' ? element.getAttribute('href') : null
    return {
      marks: SPAN_MARKS.filter((mark) => chosen.has(mark)),
      href: written === null ? href : this.#href(element, written),
    }
  }

  #href(link: Element, written: string): string | null {
    const href = pastedHref(written, this.#origin)
    const words = link.textContent?.trim()
    if (href === null && words) this.leftOut.links.push(words)
    return href
  }

  /** Handles what is shown in a line as something other than its text. True when nothing is left to do. */
  #inline(element: Element, inner: Inherited, sink: Sink): boolean {
    const { format, isVisible } = inner
    switch (element.localName) {
      case 'br':
        sink.endLine()
        return true
      case 'wbr':
        return true
      case 'img':
        if (isVisible) sink.line.add(emojiOf(element) ?? '', format)
        return true
      case 'math':
        if (isVisible) writeMath(element, sink.line, format)
        return true
      case 'q': {
        const [open, close] = quotationMarks(element)
        if (isVisible) sink.line.add(open, format)
        this.#inBox(element, inner, sink)
        if (isVisible) sink.line.add(close, format)
        return true
      }
      case 'rt':
        // The reading of a word, which a browser sets above it.
        if (isVisible && element.textContent?.trim()) {
          sink.line.add(`(${element.textContent.trim()})`, format)
        }
        return true
    }
    if (isSpaceOfWord(element, this.#styles.of(element).get('mso-spacerun'))) {
      if (isVisible) sink.line.space(format)
      return true
    }
    return false
  }

  /** Adds what is more than a line to the story. False when the element is none of that. */
  #structure(element: Element, inner: Inherited, story: PastedStory): boolean {
    const own = ownElement(element, this.#origin, (part) => this.#oneText(part, AT_FIRST).text)
    if (own) {
      story.add(own)
      return true
    }
    const name = element.localName
    const level = headingLevel(element)
    if (level) {
      // Headings are bold already.
      const { text } = this.#oneText(element, inner, 'bold')
      if (text.some(({ text: words }) => words.trim())) story.add({ type: 'heading', id: '', level, text })
      else story.endLine()
      return true
    }
    switch (name) {
      case 'hr':
        story.add({ type: 'divider', id: '' })
        return true
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        this.#list(element, inner, story)
        return true
      case 'blockquote':
        this.#quote(element, inner, story, attributionIn(element))
        return true
      case 'figure': {
        const quote = [...element.children].find(({ localName }) => localName === 'blockquote')
        const caption = element.lastElementChild
        if (!quote || caption?.localName !== 'figcaption' || element.children.length !== 2) return false
        this.#quote(quote, inner, story, caption)
        return true
      }
      case 'table':
        return this.#table(element, inner, story)
      case 'li': {
        const item = new ItemWords(story, { list: element.parentElement, ordered: false, number: 1 })
        this.#inItem(element, inner, item)
        item.close()
        return true
      }
      case 'p':
        return this.#wordItem(element, inner, story)
    }
    return false
  }

  /** The words of an element as one text; marks of `except` are no part of it. */
  #oneText(element: Element, inherited: Inherited, except?: SpanMark): OneText {
    const text = new OneText()
    this.#children(element, inherited, text)
    if (except) for (const span of text.line.spans) dropMark(span, except)
    return text
  }

  #list(list: Element, inner: Inherited, story: PastedStory): void {
    story.endLine()
    const ordered = list.localName === 'ol'
    const root = !ordered && inner.list && !inner.list.ordered ? inner.list.list : list
    const items = [...list.children].filter(({ localName }) => localName === 'li')
    const step = ordered && list.hasAttribute('reversed') ? -1 : 1
    let number = wholeNumber(list.getAttribute('start')) ?? (step < 0 ? items.length : 1)
    for (const node of list.childNodes) {
      const isItem = isElement(node) && node.localName === 'li'
      const given = isItem && ordered ? wholeNumber(node.getAttribute('value')) : null
      const item: ListItem = { list: root, ordered, number: given ?? number }
      const words = new ItemWords(story, isItem || !ordered ? item : null)
      const within = { ...inner, list: item }
      if (node.nodeType === TEXT) this.#words(node.nodeValue ?? '', within, words)
      else if (isElement(node)) this.#itemPart(node, within, words)
      words.close()
      if (isItem) number = item.number + step
    }
  }

  /** What stands in a list: an item, or, against the rules of HTML, a list or words. */
  #itemPart(node: Element, inner: Inherited, item: ItemWords): void {
    const declared = this.#styles.of(node)
    if (layoutOf(node, declared) === 'none' || this.#isLeftOut(node, item)) return
    if (isList(node)) {
      item.close()
      this.#list(node, this.#inherited(node, inner), item.story)
    } else if (node.localName === 'li') this.#inItem(node, this.#inherited(node, inner), item)
    else this.#element(node, inner, item)
  }

  #inItem(parent: Element, inner: Inherited, item: ItemWords): void {
    for (const node of parent.childNodes) {
      const list = isElement(node) ? (isList(node) ? node : holdsList(node)) : null
      if (!isElement(node) || !list) {
        if (node.nodeType === TEXT) this.#words(node.nodeValue ?? '', inner, item)
        else if (isElement(node)) this.#element(node, inner, item)
        continue
      }
      if (layoutOf(node, this.#styles.of(node)) === 'none' || this.#isLeftOut(node, item)) continue
      const within = this.#inherited(node, inner)
      if (node === list) {
        item.close()
        this.#list(node, within, item.story)
      } else {
        item.endLine()
        this.#inItem(node, within, item)
        item.endLine()
      }
    }
  }

  #quote(quote: Element, inner: Inherited, story: PastedStory, said: Element | null): void {
    story.endLine()
    const lines = new Lines()
    const attribution = said ? this.#oneText(said, this.#inherited(said, inner)).line.text : ''
    const holder = said && quote.contains(said) ? outermostIn(quote, said) : null
    for (const node of quote.childNodes) {
      if (node === holder) continue
      if (node.nodeType === TEXT) this.#words(node.nodeValue ?? '', inner, lines)
      else if (isElement(node)) this.#element(node, inner, lines)
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

  #table(table: Element, inner: Inherited, story: PastedStory): boolean {
    const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
    const caption = [...table.children].find(({ localName }) => localName === 'caption')
    const isLayout =
      /^(?:presentation|none)$/.test(table.getAttribute('role') ?? '') ||
      table.querySelector('table, h1, h2, h3, h4, h5, h6, blockquote, hr') !== null
    if (isLayout) return false
    const before = this.leftOut
    this.leftOut = new LeftOut()
    const source = rows.flatMap((row) => this.#row(row, table, inner))
    const title = caption ? this.#oneText(caption, inner).line.text.trim() : ''
    const plain = plainTable(source, title)
    // Otherwise it is read again, as lines.
    if (plain) before.add(this.leftOut)
    this.leftOut = before
    if (!plain) return false
    // With an empty corner the first column has heads, too.
    const rowHeads = hasWords(plain.header[0] ?? []) ? [] : plain.rows.flatMap(([head]) => head ?? [])
    for (const span of [...plain.header.flat(), ...rowHeads]) dropMark(span, 'bold')
    story.add({
      type: 'table',
      id: '',
      ...(plain.caption && { caption: plain.caption }),
      header: plain.header,
      rows: plain.rows,
    })
    return true
  }

  #row(row: Element, table: Element, inner: Inherited): PastedRow[] {
    if (layoutOf(row, this.#styles.of(row)) === 'none' || this.#isLeftOut(row)) return []
    const group = row.parentElement
    const within = this.#inherited(row, group && group !== table ? this.#inherited(group, inner) : inner)
    const cells = [...row.children].filter(
      (cell) => /^t[dh]$/.test(cell.localName) && layoutOf(cell, this.#styles.of(cell)) !== 'none',
    )
    return [
      {
        inHead: group?.localName === 'thead',
        cells: cells.map((cell) => ({
          // A cell keeps its place without its words.
          text: this.#isLeftOut(cell) ? [] : this.#oneText(cell, this.#inherited(cell, within)).text,
          columns: Math.max(1, wholeNumber(cell.getAttribute('colspan')) ?? 1),
          rows: wholeNumber(cell.getAttribute('rowspan')) ?? 1,
          isHead: cell.localName === 'th',
        })),
      },
    ]
  }

  #wordItem(paragraph: Element, inner: Inherited, story: PastedStory): boolean {
    const item = wordItem(paragraph, this.#styles)
    if (!item) return false
    item.marker?.remove()
    const text = this.#oneText(paragraph, inner)
    if (text.line.hasWords) story.addItem(text.text, item)
    return true
  }
}
