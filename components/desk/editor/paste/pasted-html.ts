import { flatLists, wordLists } from './pasted-lists'
import { plainTables } from './pasted-tables'

/** Parses HTML into a separate document in which no script runs and nothing is loaded. */
export type ParseHtml = (html: string) => Document

export interface Pasted {
  html: string
  /** How many pictures of other servers were left out. */
  picturesLeftOut: number
}

/** Elements that are not content: scripts, styles, metadata, controls. */
const NOTHING_TO_READ =
  'script, style, link, meta, title, head, noscript, template, iframe, object, embed, audio, video, canvas, svg, math, form button, button, input, select, textarea, [hidden], [aria-hidden="true"]'

/** Block elements: the text around them is not on the same line. */
const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, ul, ol, li, table, blockquote, figure, aside, hr, pre, div'

/**
 * Reduces HTML copied from Word, Google Docs or a web page to what a story can hold: text with bold, italic, code and
 * links, headings, flat lists, quotes, plain tables. Everything else is unwrapped or left out. The schema of the story
 * parses nothing else anyway, so that no script can come in. HTML copied inside the editor stays as it is.
 */
export function pastedHtml(html: string, parse: ParseHtml): Pasted {
  const { body } = parse(withoutWordComments(html))
  if (body.querySelector('[data-pm-slice]')) return { html, picturesLeftOut: 0 }
  for (const step of [withoutNothing, dressed, wordTitles, wordLists]) step(body)
  const picturesLeftOut = withoutPictures(body)
  for (const step of [headings, quotes, lines, flatLists, plainTables, paragraphs, tidied]) step(body)
  return { html: body.innerHTML, picturesLeftOut }
}

/** `<!--[if …]> … <![endif]-->`, which HTML parsers keep as comments, and `<![if …]>`, which they do not. */
function withoutWordComments(html: string): string {
  return html.replace(/<!--[\s\S]*?-->/g, '').replace(/<!\[[^\]]*\]>/g, '')
}

function withoutNothing(body: HTMLElement): void {
  // Word's own elements have a prefix, as in <o:p>.
  for (const element of body.querySelectorAll('*')) {
    if (element.tagName.includes(':')) element.replaceWith(...element.childNodes)
  }
  for (const element of body.querySelectorAll(NOTHING_TO_READ)) element.remove()
  for (const element of body.querySelectorAll('[style]')) {
    const style = element.getAttribute('style') ?? ''
    if (/(?:^|;)\s*(?:display:\s*none|mso-hide:\s*all)/i.test(style)) element.remove()
  }
}

/** Replaces styles such as font-weight by elements; removes the wrapper of Google Docs, a `b` that is not bold. */
function dressed(body: HTMLElement): void {
  for (const element of body.querySelectorAll('b, strong, i, em, span, font')) {
    const style = element.getAttribute('style') ?? ''
    const tag = element.tagName.toLowerCase()
    const weight = /(?:^|;)\s*font-weight:\s*([a-z0-9]+)/i.exec(style)?.[1] ?? ''
    const isBold = weight ? /^(?:bold|bolder|[6-9]00)$/i.test(weight) : tag === 'b' || tag === 'strong'
    const slant = /(?:^|;)\s*font-style:\s*([a-z]+)/i.exec(style)?.[1] ?? ''
    const isItalic = slant ? /^(?:italic|oblique)$/i.test(slant) : tag === 'i' || tag === 'em'
    const isMarker = /mso-list:\s*ignore/i.test(style)
    if (isMarker) continue
    // A wrapper around whole paragraphs does not style their text.
    const marks = element.querySelector(BLOCKS) ? [] : [...(isBold ? ['strong'] : []), ...(isItalic ? ['em'] : [])]
    replaceWith(element, marks)
  }
}

/** Replaces an element by its content inside new elements of these names. */
function replaceWith(element: Element, names: string[]): void {
  let inner: Element | null = null
  let outer: Element | null = null
  for (const name of names) {
    const wrapper = element.ownerDocument.createElement(name)
    if (inner) inner.append(wrapper)
    outer ??= wrapper
    inner = wrapper
  }
  if (!inner || !outer) {
    element.replaceWith(...element.childNodes)
    return
  }
  inner.append(...element.childNodes)
  element.replaceWith(outer)
}

function wordTitles(body: HTMLElement): void {
  for (const title of body.querySelectorAll('p.MsoTitle, p.MsoSubtitle')) {
    renamed(title, title.className === 'MsoTitle' ? 'h2' : 'h3')
  }
}

function withoutPictures(body: HTMLElement): number {
  const pictures = [...body.querySelectorAll('img, picture')].filter((picture) => !picture.closest('picture picture'))
  const shown = pictures.filter((picture) => picture.tagName === 'PICTURE' || !picture.closest('picture'))
  // A picture of one pixel is a tracking pixel.
  const seen = shown.filter(({ attributes }) => attributes.getNamedItem('width')?.value !== '1')
  for (const picture of pictures) picture.remove()
  return seen.length
}

function headings(body: HTMLElement): void {
  for (const heading of body.querySelectorAll('h1')) renamed(heading, 'h2')
  for (const heading of body.querySelectorAll('h4, h5, h6')) renamed(heading, 'h3')
  for (const heading of body.querySelectorAll('h2, h3')) {
    // Headings are bold already.
    for (const bold of heading.querySelectorAll('strong')) bold.replaceWith(...bold.childNodes)
  }
}

function quotes(body: HTMLElement): void {
  for (const quote of body.querySelectorAll('blockquote')) {
    if (quote.parentElement?.closest('blockquote')) quote.replaceWith(...quote.childNodes)
  }
  for (const quote of body.querySelectorAll('blockquote')) {
    const { ownerDocument } = quote
    const said = quote.querySelector('cite, footer')
    const attribution = said?.textContent?.trim().replace(/^[—–-]\s*/, '')
    said?.remove()
    const parts = [...quote.querySelectorAll('p')].filter(({ textContent }) => textContent?.trim())
    const figures = (parts.length ? parts : [quote]).map((words, place, all) => {
      const figure = ownerDocument.createElement('figure')
      figure.setAttribute('data-element', 'quote')
      const inner = ownerDocument.createElement('blockquote')
      inner.append(...words.childNodes)
      figure.append(inner)
      if (attribution && place === all.length - 1) {
        const caption = ownerDocument.createElement('figcaption')
        caption.textContent = attribution
        figure.append(caption)
      }
      return figure
    })
    quote.replaceWith(...figures)
  }
  for (const caption of body.querySelectorAll('figcaption')) {
    if (!caption.closest('figure[data-element="quote"]')) renamed(caption, 'p')
  }
}

/** A line break splits a paragraph, elsewhere it becomes a space; preformatted lines become paragraphs of code. */
function lines(body: HTMLElement): void {
  for (const block of body.querySelectorAll('pre')) {
    const { ownerDocument } = block
    const paragraphs = (block.textContent ?? '').split('\n').flatMap((line) => {
      if (!line.trim()) return []
      const paragraph = ownerDocument.createElement('p')
      const code = ownerDocument.createElement('code')
      code.textContent = line
      paragraph.append(code)
      return [paragraph]
    })
    block.replaceWith(...paragraphs)
  }
  for (const paragraph of body.querySelectorAll('p')) {
    if (!paragraph.closest('li, td, th, figure')) splitAtBreaks(paragraph)
  }
  for (const rest of body.querySelectorAll('li br, td br, th br, figure br, h2 br, h3 br')) rest.replaceWith(' ')
}

function splitAtBreaks(paragraph: Element): void {
  if (![...paragraph.children].some(({ tagName }) => tagName === 'BR')) return
  const parts: Node[][] = [[]]
  for (const child of [...paragraph.childNodes]) {
    if (child.nodeName === 'BR') parts.push([])
    else parts.at(-1)?.push(child)
  }
  paragraph.replaceWith(
    ...parts.map((part) => {
      const piece = paragraph.ownerDocument.createElement('p')
      piece.append(...part)
      return piece
    }),
  )
}

/** Definitions, and text outside of blocks, become paragraphs. */
function paragraphs(body: HTMLElement): void {
  for (const part of body.querySelectorAll('dt, dd, address')) renamed(part, 'p')
  for (const box of body.querySelectorAll('div, section, article, main, header, footer, nav, aside, dl, center')) {
    if (box.closest('td, th, li')) continue
    if (!box.querySelector(BLOCKS)) renamed(box, 'p')
  }
}

function tidied(body: HTMLElement): void {
  for (const element of body.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) {
      const says = name === 'href' || (name === 'data-element' && element.tagName === 'FIGURE')
      if (!says) element.removeAttribute(name)
    }
  }
  for (const paragraph of body.querySelectorAll('p, h2, h3')) {
    if (!paragraph.textContent?.replace(/\u00a0/g, ' ').trim()) paragraph.remove()
  }
  body.innerHTML = body.innerHTML.replace(/&nbsp;|&#160;|\u00a0/g, ' ').replace(/\s+(?=<\/(?:p|h2|h3|li)>)/g, '')
}

function renamed(element: Element, name: string): void {
  const other = element.ownerDocument.createElement(name)
  other.append(...element.childNodes)
  element.replaceWith(other)
}
