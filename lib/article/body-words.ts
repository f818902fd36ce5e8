import { type Body, type BodyElement, plainText, type Text } from '@/lib/article/body'

/** How the words of a text are written: `plainText` for search, `readableText` for people. */
type Writing = (text: Text) => string

/** The words of a body, one element per line. */
export function bodyWords(body: Body, written: Writing = plainText): string {
  return body
    .map((element) => elementWords(element, written))
    .filter(Boolean)
    .join('\n')
}

/** The words of one element; empty for an element without its own words, such as a live link. */
export function elementWords(element: BodyElement, written: Writing = plainText): string {
  switch (element.type) {
    case 'paragraph':
    case 'heading':
      return written(element.text)
    case 'quote':
      return [written(element.text), element.attribution ?? ''].join(' ')
    case 'pull-quote':
      return [element.text, element.attribution ?? ''].join(' ')
    case 'list':
      return element.items.map(written).join(' ')
    case 'table':
      return [element.caption ?? '', ...[...element.header, ...element.rows.flat()].map(written)].join(' ')
    case 'fact-box':
      return [element.title, ...element.elements.map((part) => elementWords(part, written))].join(' ')
    case 'image':
      return element.caption ?? ''
    case 'gallery':
      return [element.caption ?? '', ...element.items.map((item) => item.caption ?? '')].join(' ')
    case 'embed':
      return element.title
    case 'divider':
    case 'also-read':
    case 'related-news':
      return ''
  }
}
