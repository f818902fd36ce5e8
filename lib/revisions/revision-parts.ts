import {
  type BodyElement,
  type ElementOf,
  type LinkedList,
  type NestedItem,
  plainText,
  type SoughtStory,
  type Span,
  type Text,
  writtenAt,
} from '@/lib/article/body'
import type { Manuscript } from '@/lib/article/manuscript'
import { listsLinked, mediaShown, references } from '@/lib/linking/references'

/** The names of the ids in a manuscript; an id without a name is shown as a number. */
export interface NamesById {
  sections: ReadonlyMap<number, string>
  topics: ReadonlyMap<number, string>
  authors: ReadonlyMap<number, string>
  pictures: ReadonlyMap<number, string>
  stories: ReadonlyMap<number, string>
}

/** One part of a version in words: prose, or a list of items. */
export type Part = { label: string } & ({ words: string } | { items: string[] })

/** The fields of a manuscript in the order in which the desk shows them, without empty ones. */
export function fieldParts(manuscript: Manuscript, names: NamesById): Part[] {
  const { sectionId, topicIds, bylines, leadMediaId, translationOfId } = manuscript
  return filled([
    { label: 'Headline', words: manuscript.headline },
    { label: 'Kicker', words: manuscript.kicker },
    { label: 'Standfirst', words: manuscript.standfirst },
    { label: 'Address', words: manuscript.slug },
    { label: 'Section', words: sectionId === null ? '' : called(names.sections, sectionId, 'section') },
    { label: 'Topics', items: topicIds.map((id) => called(names.topics, id, 'topic')) },
    {
      label: 'Byline',
      items: bylines.map(({ authorId, name }) =>
        authorId === null ? (name ?? '') : called(names.authors, authorId, 'author'),
      ),
    },
    { label: 'Kind', words: manuscript.kind },
    { label: 'Language', words: manuscript.language },
    { label: 'Dateline', words: manuscript.dateline },
    { label: 'Lead image', words: leadMediaId === null ? '' : called(names.pictures, leadMediaId, 'picture') },
    { label: 'Title for search engines', words: manuscript.seoTitle ?? '' },
    { label: 'Description for search engines', words: manuscript.seoDescription ?? '' },
    { label: 'Translation of', words: translationOfId == null ? '' : called(names.stories, translationOfId, 'story') },
    { label: 'Search engines', words: manuscript.isUnlisted ? 'asked not to list it' : '' },
  ])
}

/** The names of elements in a list of changes. */
export const ELEMENT_NAMES: Record<BodyElement['type'], string> = {
  paragraph: 'Paragraph',
  heading: 'Heading',
  list: 'List',
  quote: 'Quote',
  'pull-quote': 'Pull quote',
  image: 'Image',
  gallery: 'Gallery',
  table: 'Table',
  'fact-box': 'Fact box',
  divider: 'Divider',
  embed: 'Embed',
  'also-read': 'Also read',
  'related-news': 'Related news',
}

/** The items of lists within a list, each with its level, counted from 1, and what its list has. */
function nestedWords({ items, nesting = [] }: Pick<ElementOf<'list'>, 'items' | 'nesting'>): string[] {
  const kind = ({ ordered, start = 1 }: NestedItem) => {
    if (!ordered) return 'with points'
    return start === 1 ? 'numbered' : `numbered from ${start}`
  }
  return nesting.flatMap((nested, place) =>
    nested ? [`Level ${nested.depth + 1}, ${kind(nested)}: ${plainText(items[place] ?? [])}`] : [],
  )
}

/** The parts of an element; its prose has an empty label. Links and emphasis are parts of their own. */
export function elementParts(element: BodyElement, names: NamesById): Part[] {
  const prose = (...texts: Text[]): Part[] => [
    { label: '', words: texts.map(plainText).join('\n') },
    { label: 'Links', items: texts.flatMap((text) => linksIn(text, names)) },
    { label: 'Emphasis', items: texts.flatMap(emphasisIn) },
  ]
  const picture = (id: number) => called(names.pictures, id, 'picture')
  const story = (id: number) => called(names.stories, id, 'story')
  const parts = (): Part[] => {
    switch (element.type) {
      case 'paragraph':
        return prose(element.text)
      case 'heading':
        return [
          ...prose(element.text),
          { label: 'Level', words: `${element.level}` },
          { label: 'Live entry of', words: writtenAt(element)?.toISOString() ?? '' },
        ]
      case 'list':
        return [
          ...prose(...element.items),
          { label: 'Kind', words: element.ordered ? 'numbered' : 'with points' },
          { label: 'First number', words: element.start === undefined ? '' : `${element.start}` },
          { label: 'Lists within it', items: nestedWords(element) },
        ]
      case 'quote':
        return [...prose(element.text), { label: 'Attribution', words: element.attribution ?? '' }]
      case 'pull-quote':
        return [
          { label: '', words: element.text },
          { label: 'Attribution', words: element.attribution ?? '' },
        ]
      case 'image':
        return [
          { label: 'Picture', words: picture(element.media) },
          { label: 'Caption', words: element.caption ?? '' },
          { label: 'Credit', words: element.credit ?? '' },
        ]
      case 'gallery':
        return [
          { label: 'Pictures', items: element.items.map(({ media, caption }) => withCaption(picture(media), caption)) },
          { label: 'Caption', words: element.caption ?? '' },
        ]
      case 'table': {
        const rows = [element.header, ...element.rows]
        return [
          { label: 'Caption', words: element.caption ?? '' },
          { label: '', words: rows.map((cells) => cells.map(plainText).join(' | ')).join('\n') },
          { label: 'Links', items: rows.flat().flatMap((cell) => linksIn(cell, names)) },
          { label: 'Emphasis', items: rows.flat().flatMap(emphasisIn) },
        ]
      }
      case 'fact-box': {
        const texts = element.elements.flatMap((inner) => (inner.type === 'list' ? inner.items : [inner.text]))
        const nested = element.elements.flatMap((inner) => (inner.type === 'list' ? nestedWords(inner) : []))
        return [
          { label: 'Title', words: element.title },
          ...prose(...texts),
          { label: 'Lists within lists', items: nested },
        ]
      }
      case 'divider':
        return []
      case 'embed':
        return [
          { label: 'Title', words: element.title },
          { label: 'Address', words: element.url },
        ]
      case 'also-read':
        switch (element.target.kind) {
          case 'article':
            return [{ label: '', words: story(element.target.article) + placeIn(element.target) }]
          case 'external':
            return [
              { label: '', words: element.target.label },
              { label: 'Address', words: element.target.url },
            ]
          case 'sought':
            return [{ label: 'Sought', items: [soughtWords(element.target)] }]
        }
        break
      case 'related-news':
        return [
          { label: 'Stories', items: element.articles.map(story) },
          { label: 'Sought', items: (element.sought ?? []).map(soughtWords) },
        ]
    }
  }
  return filled(parts())
}

/** The ids in a manuscript, so that their names can be looked up. */
export function namedIn({ body, sectionId, topicIds, bylines, leadMediaId, translationOfId }: Manuscript) {
  const linked = (list: LinkedList['list']) => listsLinked(body).flatMap((one) => (one.list === list ? [one.id] : []))
  return {
    sections: [...(sectionId === null ? [] : [sectionId]), ...linked('section')],
    topics: [...topicIds, ...linked('topic')],
    authors: [...bylines.flatMap(({ authorId }) => authorId ?? []), ...linked('author')],
    pictures: [...(leadMediaId === null ? [] : [leadMediaId]), ...mediaShown(body)],
    stories: [...references(body).map(({ article }) => article), ...(translationOfId == null ? [] : [translationOfId])],
  }
}

function linksIn(text: Text, names: NamesById): string[] {
  return text.flatMap(({ text: words, link }) => {
    if (!link) return []
    return [`“${words}” → ${targetOf(link, names)}`]
  })
}

function targetOf(link: NonNullable<Span['link']>, names: NamesById): string {
  switch (link.to) {
    case 'article':
      return called(names.stories, link.article, 'story') + placeIn(link)
    case 'list': {
      const named = { section: names.sections, topic: names.topics, author: names.authors }[link.list]
      return called(named, link.id, link.list)
    }
    case 'web':
      return link.href
  }
}

function placeIn({ anchor }: { anchor?: string | undefined }): string {
  return anchor === undefined ? '' : `, at #${anchor}`
}

function emphasisIn(text: Text): string[] {
  return text.flatMap(({ text: words, marks = [] }) => (marks.length ? [`“${words}” ${marks.join(', ')}`] : []))
}

function soughtWords({ words, url }: SoughtStory): string {
  return url ? `${words} (${url})` : words
}

function withCaption(name: string, caption: string | undefined): string {
  return caption ? `${name}: ${caption}` : name
}

function called(names: ReadonlyMap<number, string>, id: number, kind: string): string {
  return names.get(id) || `${kind} ${id}`
}

function filled(parts: Part[]): Part[] {
  return parts.filter((part) => ('words' in part ? part.words !== '' : part.items.length > 0))
}
