import { type Body, type BodyElement, plainText } from '@/lib/article/body'
import type { ElementText } from '@/lib/comments/passage'

/**
 * The text of each element that has one, in reading order; the paragraphs and lists of a fact box stand for themselves.
 * Parts of an element that stand apart, such as the items of a list, are parted by a line break.
 */
export function elementTexts(body: Body): ElementText[] {
  return body.flatMap((element) => {
    if (element.type === 'fact-box') return element.elements.map((part) => ({ id: part.id, text: textOf(part) }))
    const text = textOf(element)
    return text === '' ? [] : [{ id: element.id, text }]
  })
}

function textOf(element: BodyElement): string {
  switch (element.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return plainText(element.text)
    case 'pull-quote':
      return element.text
    case 'list':
      return element.items.map(plainText).join('\n')
    case 'table':
      return [...element.header, ...element.rows.flat()].map(plainText).join('\n')
    case 'fact-box':
    case 'image':
    case 'gallery':
    case 'embed':
    case 'divider':
    case 'also-read':
    case 'related-news':
      return ''
  }
}
