import { type Body, type BodyElement, plainText } from '@/lib/article/body'

/** The searchable words of a body, one element per line. */
export function bodyWords(body: Body): string {
  return body.map(elementWords).filter(Boolean).join('\n')
}

/** The searchable words of one element; empty for an element without its own words, such as a live link. */
export function elementWords(element: BodyElement): string {
  switch (element.type) {
    case 'paragraph':
    case 'heading':
      return plainText(element.text)
    case 'quote':
      return [plainText(element.text), element.attribution ?? ''].join(' ')
    case 'pull-quote':
      return [element.text, element.attribution ?? ''].join(' ')
    case 'list':
      return element.items.map(plainText).join(' ')
    case 'table':
      return [element.caption ?? '', ...[...element.header, ...element.rows.flat()].map(plainText)].join(' ')
    case 'fact-box':
      return [element.title, ...element.elements.map(elementWords)].join(' ')
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
