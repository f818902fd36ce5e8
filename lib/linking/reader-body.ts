import type { LinkTarget } from '@/lib/article/article'
import {
  type Body,
  type BodyElement,
  type ElementOf,
  hasWords,
  type NestedItem,
  type Span,
  type Text,
  writtenAt,
} from '@/lib/article/body'
import { type EmbedProvider, embedAt } from '@/lib/article/embed-address'
import { keptItems } from '@/lib/article/list-tree'
import { listKey } from '@/lib/linking/references'
import { haveAllPictures } from '@/lib/pictures/have-all-pictures'
import type { Picture } from '@/lib/pictures/picture'
import { blankAsEmpty } from '@/lib/text/blank-as-empty'
import { isBlank } from '@/lib/text/visible-text'

/** A span of text for the page. Its link, if any, leads to a page that readers may see. */
export interface ReaderSpan {
  text: string
  marks: NonNullable<Span['marks']>
  /** null without a link, and when the target is not public. */
  href: string | null
  /** Whether href leads to another site. */
  external: boolean
}

export type ReaderText = ReaderSpan[]

/** The items of a list, and of the lists within them: `listTree` puts them into each other. */
export interface ReaderList {
  ordered: boolean
  start: number
  items: ReaderText[]
  nesting?: (NestedItem | null)[]
}

export interface ReaderFigure {
  picture: Picture
  caption: string
  credit: string
}

export type ReaderElement =
  | { type: 'paragraph'; id: string; text: ReaderText }
  /** With `at`, the heading of a live entry. */
  | { type: 'heading'; id: string; level: 2 | 3; text: ReaderText; at?: Date }
  | ({ type: 'list'; id: string } & ReaderList)
  | { type: 'quote'; id: string; text: ReaderText; attribution: string }
  | { type: 'pull-quote'; id: string; text: string; attribution: string }
  | { type: 'image'; id: string; figure: ReaderFigure }
  | { type: 'gallery'; id: string; caption: string; figures: ReaderFigure[] }
  | { type: 'table'; id: string; caption: string; header: ReaderText[]; rows: ReaderText[][] }
  | { type: 'fact-box'; id: string; title: string; elements: FactBoxElement[] }
  | { type: 'divider'; id: string }
  | { type: 'embed'; id: string; provider: EmbedProvider; url: string; title: string }
  | { type: 'also-read'; id: string; target: LinkTarget }
  | { type: 'also-read-elsewhere'; id: string; url: string; label: string }
  | { type: 'related-news'; id: string; targets: LinkTarget[]; illustrated: boolean }

export type FactBoxElement = Extract<ReaderElement, { type: 'paragraph' | 'list' }>

export type ReaderBody = ReaderElement[]

/** The targets of a body's references that are public at one instant, by id. */
export interface Referenced {
  articles: ReadonlyMap<number, LinkTarget>
  pictures: ReadonlyMap<number, Picture>
  /** The paths of the lists that words lead to, by `listKey`; absent where there is none. */
  lists?: ReadonlyMap<string, string>
}

/**
 * The body of article `self` as readers see it:
 * - a reference to an article that is not in `articles` is left out, and so is a block that is empty then;
 * - a link in the text to such an article keeps its words and loses its link, and so does a link without words; any
 *   other leads to the place that it names in the article;
 * - no block names `self` or an article that an earlier block names; links in the text do not count;
 * - a related-news block has pictures only when every item has one;
 * - an image whose picture does not exist is left out;
 * - unfinished parts of a draft are left out: stories that are still sought, elements, items and rows without words, and
 *   boxes, embeds and outside links without a title.
 */
export function readerBody(body: Body, self: number, referenced: Referenced): ReaderBody {
  const { articles, pictures } = referenced
  const named = new Set([self])
  const claim = (id: number): LinkTarget | null => {
    const target = articles.get(id)
    if (!target || named.has(id)) return null
    named.add(id)
    return target
  }
  const text = (source: Text): ReaderText => source.map((span) => readerSpan(span, referenced))
  const figure = (source: {
    media: number
    caption?: string | undefined
    credit?: string | undefined
  }): ReaderFigure[] => {
    const picture = pictures.get(source.media)
    if (!picture) return []
    const [caption, credit] = [source.caption ?? picture.caption, source.credit ?? picture.credit]
    return [{ picture, caption: blankAsEmpty(caption), credit: blankAsEmpty(credit) }]
  }

  const shown = (element: BodyElement): ReaderElement[] => {
    const { id } = element
    switch (element.type) {
      case 'paragraph':
        return hasWords(element.text) ? [{ type: 'paragraph', id, text: text(element.text) }] : []
      case 'heading': {
        if (!hasWords(element.text)) return []
        const at = writtenAt(element)
        return [{ type: 'heading', id, level: element.level, text: text(element.text), ...(at && { at }) }]
      }
      case 'list': {
        const shownItems = keptItems(element, (item) => (hasWords(item) ? text(item) : null))
        if (!shownItems.items.length) return []
        return [{ type: 'list', id, ordered: element.ordered, start: element.start ?? 1, ...shownItems }]
      }
      case 'quote':
        if (!hasWords(element.text)) return []
        return [{ type: 'quote', id, text: text(element.text), attribution: blankAsEmpty(element.attribution ?? '') }]
      case 'pull-quote':
        if (isBlank(element.text)) return []
        return [{ type: 'pull-quote', id, text: element.text, attribution: blankAsEmpty(element.attribution ?? '') }]
      case 'image':
        return figure(element).map((shownFigure) => ({ type: 'image', id, figure: shownFigure }))
      case 'gallery': {
        const figures = element.items.flatMap(figure)
        return figures.length ? [{ type: 'gallery', id, caption: blankAsEmpty(element.caption ?? ''), figures }] : []
      }
      case 'table': {
        const rows = element.rows.filter((row) => row.some(hasWords)).map((row) => row.map(text))
        if (!rows.length) return []
        return [
          { type: 'table', id, caption: blankAsEmpty(element.caption ?? ''), header: element.header.map(text), rows },
        ]
      }
      case 'fact-box': {
        const elements = element.elements.flatMap(shown).filter(standsInFactBox)
        return !isBlank(element.title) && elements.length
          ? [{ type: 'fact-box', id, title: element.title, elements }]
          : []
      }
      case 'divider':
        return [{ type: 'divider', id }]
      case 'embed':
        return isBlank(element.title) ? [] : [embed(element)]
      case 'also-read': {
        if (element.target.kind === 'external') {
          if (isBlank(element.target.label)) return []
          return [{ type: 'also-read-elsewhere', id, url: element.target.url, label: element.target.label }]
        }
        if (element.target.kind === 'sought') return []
        const { article, anchor } = element.target
        const target = claim(article)
        return target ? [{ type: 'also-read', id, target: { ...target, path: withAnchor(target.path, anchor) } }] : []
      }
      case 'related-news': {
        const targets = element.articles.map(claim).filter((target) => target !== null)
        if (!targets.length) return []
        return [{ type: 'related-news', id, targets, illustrated: haveAllPictures(targets) }]
      }
    }
  }
  return body.flatMap(shown)
}

function standsInFactBox(element: ReaderElement): element is FactBoxElement {
  return element.type === 'paragraph' || element.type === 'list'
}

/** The provider follows from the address. An embed of an unknown provider, stored before this was checked, becomes a link. */
function embed({ id, url, title }: ElementOf<'embed'>): ReaderElement {
  const provider = embedAt(url)?.provider
  if (provider) return { type: 'embed', id, provider, url, title }
  return { type: 'paragraph', id, text: [{ text: title, marks: [], href: url, external: true }] }
}

/** The ids of the articles that the blocks of `body` name, in order. A list below the body leaves them out. */
export function namedInBlocks(body: ReaderBody): number[] {
  return body.flatMap((element) => {
    if (element.type === 'also-read') return [element.target.id]
    if (element.type === 'related-news') return element.targets.map((target) => target.id)
    return []
  })
}

function readerSpan({ text, marks = [], link }: Span, referenced: Referenced): ReaderSpan {
  if (isBlank(text)) return { text, marks, href: null, external: false }
  if (link?.to === 'web') return { text, marks, href: link.href, external: true }
  return { text, marks, href: link ? ownPath(link, referenced) : null, external: false }
}

/** The path of an own page; null for one that readers may not see, or that is gone. */
function ownPath(link: Exclude<Span['link'], { to: 'web' } | undefined>, referenced: Referenced): string | null {
  if (link.to === 'list') return referenced.lists?.get(listKey(link)) ?? null
  const target = referenced.articles.get(link.article)
  return target ? withAnchor(target.path, link.anchor) : null
}

/** The path of a story, to the place in it that a link names. */
function withAnchor(path: string, anchor: string | undefined): string {
  return anchor === undefined ? path : `${path}#${anchor}`
}
