import type { LinkTarget } from '@/lib/article/article'
import { pictureJson } from '@/lib/content-api/picture-json'
import { absoluteUrl, isoInstant, type Publisher } from '@/lib/content-api/publisher'
import type { Answer } from '@/lib/content-api/schemas'
import type { FactBoxElement, ReaderBody, ReaderElement, ReaderFigure, ReaderText } from '@/lib/linking/reader-body'

/** The elements of a body as JSON: live references resolved, all addresses absolute. */
export function elementsJson(body: ReaderBody, publisher: Publisher): Answer<'Element'>[] {
  return body.map((element) => elementJson(element, publisher))
}

function elementJson(element: ReaderElement, publisher: Publisher): Answer<'Element'> {
  const text = (words: ReaderText) => spansJson(words, publisher)
  switch (element.type) {
    case 'paragraph':
    case 'quote':
      return { ...element, text: text(element.text) }
    case 'heading':
      return { ...element, text: text(element.text), at: element.at ? isoInstant(publisher, element.at) : null }
    case 'list':
      return listJson(element, text)
    case 'table':
      return { ...element, header: element.header.map(text), rows: element.rows.map((row) => row.map(text)) }
    case 'fact-box':
      return { ...element, elements: element.elements.map((inner) => innerJson(inner, text)) }
    case 'image':
      return { type: element.type, id: element.id, ...figureJson(element.figure, publisher) }
    case 'gallery': {
      const { figures, ...gallery } = element
      return { ...gallery, pictures: figures.map((figure) => figureJson(figure, publisher)) }
    }
    case 'also-read':
      return { ...element, target: targetJson(element.target, publisher) }
    case 'related-news':
      return {
        type: element.type,
        id: element.id,
        targets: element.targets.map((target) => targetJson(target, publisher)),
      }
    case 'pull-quote':
    case 'divider':
    case 'embed':
    case 'also-read-elsewhere':
      return element
  }
}

function innerJson(inner: FactBoxElement, text: (words: ReaderText) => Answer<'Words'>) {
  return inner.type === 'list' ? listJson(inner, text) : { ...inner, text: text(inner.text) }
}

function listJson(list: Extract<FactBoxElement, { type: 'list' }>, text: (words: ReaderText) => Answer<'Words'>) {
  const nesting = list.nesting?.map((nested) => nested && { ...nested, start: nested.start ?? 1 }) ?? null
  return { ...list, items: list.items.map(text), nesting }
}

/** A run of text; url is null without a link. */
function spansJson(text: ReaderText, publisher: Publisher): Answer<'Words'> {
  return text.map(({ text: words, marks, href, external }) => ({
    text: words,
    marks,
    url: href === null || external ? href : absoluteUrl(publisher, href),
  }))
}

function figureJson({ picture, caption, credit }: ReaderFigure, publisher: Publisher) {
  return { picture: pictureJson(picture, publisher), caption, credit }
}

/** A live reference with the present headline and address of its target. */
function targetJson({ id, headline, language, path }: LinkTarget, publisher: Publisher): Answer<'Reference'> {
  return { id, headline, language, url: absoluteUrl(publisher, path) }
}
