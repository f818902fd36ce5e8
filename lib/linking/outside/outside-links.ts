import type { Body, BodyElement, Text } from '@/lib/article/body'

/** The addresses of other sites that `body` links to, in its words and its blocks, each once, without what follows a #. */
export function outsideLinks(body: Body): string[] {
  const found = body.flatMap(linkedIn).filter((href) => /^https?:\/\//i.test(href))
  return [...new Set(found.map((href) => href.replace(/#.*$/s, '')))]
}

function linkedIn(element: BodyElement): string[] {
  switch (element.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return hrefsOf(element.text)
    case 'list':
      return element.items.flatMap(hrefsOf)
    case 'table':
      return [...element.header, ...element.rows.flat()].flatMap(hrefsOf)
    case 'fact-box':
      return element.elements.flatMap(linkedIn)
    case 'also-read':
      return element.target.kind === 'external' ? [element.target.url] : []
    case 'related-news':
    case 'pull-quote':
    case 'image':
    case 'gallery':
    case 'divider':
    case 'embed':
      return []
  }
}

function hrefsOf(text: Text): string[] {
  return text.flatMap(({ link }) => (link?.to === 'web' ? [link.href] : []))
}
