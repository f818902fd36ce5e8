import { type BodyElement, plainText, type Text } from '@/lib/article/body'

/* How the words that arrive by pasting are compared with those that a browser shows. */

/** The words of a story as one line: what is shown, wherever it stands. */
export function wordsOf(body: readonly BodyElement[]): string {
  const line = (...texts: (Text | string | undefined)[]) =>
    texts.map((text) => (typeof text === 'object' ? plainText(text) : (text ?? '')))
  const all = body.flatMap((element) => {
    switch (element.type) {
      case 'paragraph':
      case 'heading':
        return line(element.text)
      case 'quote':
        return line(element.text, element.attribution)
      case 'list':
        return line(...element.items)
      case 'table':
        return line(element.caption, ...element.header, ...element.rows.flat())
      default:
        return []
    }
  })
  return asOneLine(all.join('\n'))
}

/** Lines and cells side by side, with a space between them. */
export function asOneLine(text: string): string {
  return text
    .split(/[\n\t]/)
    .map((line) => line.replace(/^ +| +$/g, ''))
    .filter((line) => line.trim())
    .join(' ')
    .replace(/([“‘]) +/g, '$1')
    .replace(/ +([”’])/g, '$1')
}

/** Writes quotation marks, emoji and names under quotations into the document as a story has them: exceptions of docs/pasting.md. */
export function writeOut(document: ParentNode): void {
  for (const quotation of document.querySelectorAll('q')) {
    let depth = 0
    for (let around = quotation.parentElement; around; around = around.parentElement)
      if (around.localName === 'q') depth++
    quotation.style.display = 'inline-block'
    quotation.before(depth % 2 ? '‘' : '“')
    quotation.after(depth % 2 ? '’' : '”')
  }
  for (const picture of document.querySelectorAll('img')) {
    if (/^\p{Extended_Pictographic}$/u.test(picture.alt)) picture.replaceWith(picture.alt)
  }
  for (const quote of document.querySelectorAll('blockquote')) {
    const last = [...quote.childNodes].findLast((node) => node.textContent?.trim())
    const name = [...quote.children].find((child): child is HTMLElement => child === last && child.localName === 'cite')
    if (name) name.style.display = 'block'
  }
}

/** Whether the element is one of those that are left out (docs/pasting.md). */
export function isLeftOut(element: Element): boolean {
  return (
    /^(?:s|del|button|input|video|img)$/.test(element.localName) ||
    /line-through/.test(element.getAttribute('style') ?? '')
  )
}
