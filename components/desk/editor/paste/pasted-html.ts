import type { BodyElement, ElementOf, SpanMark } from '@/lib/article/body'
import { LeftOut } from './left-out'
import { withLinkBlocks } from './link-blocks'
import { writeMath } from './math-words'
import { ownElement } from './own-elements'
import type { Format } from './pasted-line'
import { pastedHref } from './pasted-link'
import { dropMark, ItemWords, OneText, PastedStory, type Sink } from './pasted-story'
import { PastedStyles } from './pasted-styles'
import { AT_FIRST, type Inherited, type Reading } from './reading'
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
import {
  attributionIn,
  headingLevel,
  hiddenMath,
  isElement,
  isSecondMath,
  isSpaceOfWord,
  quotationMarks,
  TEXT,
  whiteSpaceOf,
} from './source-elements'
import { marksIn } from './source-format'
import { readItem, readList, readWordItem } from './source-lists'
import { readQuote } from './source-quotes'
import { readTable } from './source-tables'

/** Parses HTML into a separate document in which no script runs and nothing is loaded. */
export type ParseHtml = (html: string) => Document

export interface Pasted {
  /** The elements of a story, in the order of the source; their ids are empty. */
  elements: BodyElement[]
  leftOut: LeftOut
}

/**
 * Reads HTML copied from anywhere as elements of a story. The words that arrive, with their spaces, are those that a
 * browser shows (`innerText`), but for the exceptions that docs/pasting.md lists. `origin` is this site's.
 */
export function pastedHtml(html: string, parse: ParseHtml, origin: string): Pasted {
  const reading = new HtmlReading(parse(html), origin)
  return { elements: withLinkBlocks(reading.elements()), leftOut: reading.leftOut }
}

class HtmlReading implements Reading {
  leftOut = new LeftOut()
  readonly styles: PastedStyles
  readonly #body: Element | null
  readonly #origin: string

  constructor(document: Document, origin: string) {
    this.#body = document.body
    this.styles = new PastedStyles(document)
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
      if (node.nodeType === TEXT) this.words(node.nodeValue ?? '', inherited, sink)
      else if (isElement(node)) this.element(node, inherited, sink)
    }
  }

  words(words: string, { format, whiteSpace, isVisible }: Inherited, sink: Sink): void {
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

  element(element: Element, inherited: Inherited, sink: Sink): void {
    const declared = this.styles.of(element)
    const layout = layoutOf(element, declared)
    if (layout === 'none') {
      const math = hiddenMath(element)
      if (math) writeMath(math, sink.line, inherited.format)
      return
    }
    if (this.isLeftOut(element, sink)) return
    const inner = this.inherited(element, inherited)
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

  isLeftOut(element: Element, sink?: Sink): boolean {
    const { leftOut } = this
    const declared = this.styles.of(element)
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
      leftOut.comments += texts.filter((part) => isCommentText(part, this.styles.of(part))).length
    } else if (isStruck(element, declared)) {
      const words = this.#aside(() => this.oneText(element, AT_FIRST).line.text.trim())
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

  inherited(element: Element, { format, whiteSpace, isVisible, list }: Inherited): Inherited {
    const declared = this.styles.of(element)
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
    const written = element.localName === 'a' ? element.getAttribute('href') : null
    return {
      marks: marksIn(element, this.styles.of(element), marks),
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
    if (isSpaceOfWord(element, this.styles.of(element).get('mso-spacerun'))) {
      if (isVisible) sink.line.space(format)
      return true
    }
    return false
  }

  /** Adds what is more than a line to the story. False when the element is none of that. */
  #structure(element: Element, inner: Inherited, story: PastedStory): boolean {
    const own = ownElement(element, this.#origin, {
      text: (part) => this.oneText(part, AT_FIRST).text,
      lists: (part) => this.#listsOf(part),
    })
    if (own) {
      story.add(own)
      return true
    }
    const name = element.localName
    const level = headingLevel(element)
    if (level) {
      // Headings are bold already.
      const { text } = this.oneText(element, inner, 'bold')
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
        readList(element, inner, { reading: this, story })
        return true
      case 'blockquote':
        readQuote(element, inner, { reading: this, story, said: attributionIn(element) })
        return true
      case 'figure': {
        const quote = [...element.children].find(({ localName }) => localName === 'blockquote')
        const caption = element.lastElementChild
        if (!quote || caption?.localName !== 'figcaption' || element.children.length !== 2) return false
        readQuote(quote, inner, { reading: this, story, said: caption })
        return true
      }
      case 'table':
        return readTable(element, inner, { reading: this, story })
      case 'li': {
        const item = new ItemWords(story, { root: element.parentElement, depth: 0, ordered: false, number: 1 })
        readItem(element, inner, { reading: this, item })
        item.close()
        return true
      }
      case 'p':
        return readWordItem(element, inner, { reading: this, story })
    }
    return false
  }

  oneText(element: Element, inherited: Inherited, except?: SpanMark): OneText {
    const text = new OneText()
    this.#children(element, inherited, text)
    if (except) for (const span of text.line.spans) dropMark(span, except)
    return text
  }

  /** The lists that an element of a reader's page is. */
  #listsOf(part: Element): ElementOf<'list'>[] {
    const story = new PastedStory()
    readList(part, AT_FIRST, { reading: this, story })
    return story.elements.filter((element) => element.type === 'list')
  }
}
