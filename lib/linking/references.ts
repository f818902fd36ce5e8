import type { Body, BodyElement, LinkedList, Text } from '@/lib/article/body'

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
      case 'also-read':
        return element.target.kind === 'article'
          ? [{ article: element.target.article, where: 'also-read', elementId }]
          : []
      case 'related-news':
        return element.articles.map((article) => ({ article, where: 'related-news' as const, elementId }))
      default:
        return textsOf(element).flatMap(inText)
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

/** The lists of the paper that words of `body` lead to, each once, in reading order. */
export function listsLinked(body: Body): LinkedList[] {
  const lists = body
    .flatMap(textsOf)
    .flatMap((text) =>
      text.flatMap(({ link }): [string, LinkedList][] =>
        link?.to === 'list' ? [[listKey(link), { list: link.list, id: link.id }]] : [],
      ),
    )
  return [...new Map(lists).values()]
}

/** One name for a list, such as "topic 7". */
export function listKey({ list, id }: LinkedList): string {
  return `${list} ${id}`
}

function textsOf(element: BodyElement): Text[] {
  switch (element.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return [element.text]
    case 'list':
      return element.items
    case 'table':
      return [...element.header, ...element.rows.flat()]
    case 'fact-box':
      return element.elements.flatMap(textsOf)
    case 'pull-quote':
    case 'image':
    case 'gallery':
    case 'divider':
    case 'embed':
    case 'also-read':
    case 'related-news':
      return []
  }
}

function linked(text: Text): number[] {
  return text.flatMap((span) => (span.link?.to === 'article' ? [span.link.article] : []))
}
