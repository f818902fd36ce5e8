import { readableText } from '@/lib/article/readable-text'
import type { ReaderBody, ReaderElement } from '@/lib/linking/reader-body'
import { isBlank } from '@/lib/text/visible-text'

/**
 * The body of a story without markup: a blank line between elements, a line for each item or row. Live references are
 * left out, because they are not part of the text.
 */
export function bodyText(body: ReaderBody): string {
  return body.map(elementText).filter(Boolean).join('\n\n')
}

function elementText(element: ReaderElement): string {
  switch (element.type) {
    case 'paragraph':
    case 'heading':
      return readableText(element.text)
    case 'quote':
      return lines([readableText(element.text), element.attribution])
    case 'pull-quote':
      return lines([element.text, element.attribution])
    case 'list':
      return lines(element.items.map(readableText))
    case 'table':
      return lines([
        element.caption,
        ...[element.header, ...element.rows].map((row) => row.map(readableText).join('\t')),
      ])
    case 'fact-box':
      return lines([element.title, ...element.elements.map(elementText)])
    case 'image':
      return element.figure.caption
    case 'gallery':
      return lines([element.caption, ...element.figures.map(({ caption }) => caption)])
    case 'embed':
      return element.title
    case 'divider':
    case 'also-read':
    case 'also-read-elsewhere':
    case 'related-news':
      return ''
  }
}

function lines(all: string[]): string {
  return all.filter((line) => !isBlank(line)).join('\n')
}
