import type { Body, Text } from '@/lib/article/body'

export interface Reference {
  article: number
  where: 'text' | 'also-read' | 'related-news'
  elementId: string
  /** The position among the references of the body, from 0. */
  position: number
}

/** Every reference from `body` to an article, in reading order. The link graph consists of these. */
export function references(body: Body): Reference[] {
  const found = body.flatMap((element): Omit<Reference, 'position'>[] => {
    const elementId = element.id
    const inText = (text: Text) => linked(text).map((article) => ({ article, where: 'text' as const, elementId }))
    switch (element.type) {
      case 'paragraph':
      case 'heading':
      case 'quote':
        return inText(element.text)
      case 'list':
        return element.items.flatMap(inText)
      case 'table':
        return [...element.header, ...element.rows.flat()].flatMap(inText)
      case 'fact-box':
        return element.elements.flatMap((inner) =>
          inner.type === 'list' ? inner.items.flatMap(inText) : inText(inner.text),
        )
      case 'also-read':
        return element.target.kind === 'article'
          ? [{ article: element.target.article, where: 'also-read', elementId }]
          : []
      case 'related-news':
        return element.articles.map((article) => ({ article, where: 'related-news' as const, elementId }))
      case 'pull-quote':
      case 'image':
      case 'gallery':
      case 'divider':
      case 'embed':
        return []
    }
  })
  return found.map((reference, position) => ({ ...reference, position }))
}

/** The ids of the pictures in `body`, each once, in reading order. */
export function mediaShown(body: Body): number[] {
  const shown = body.flatMap((element) => {
    if (element.type === 'image') return [element.media]
    if (element.type === 'gallery') return element.items.map((item) => item.media)
    return []
  })
  return [...new Set(shown)]
}

function linked(text: Text): number[] {
  return text.flatMap((span) => (span.link?.to === 'article' ? [span.link.article] : []))
}
