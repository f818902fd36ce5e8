import type { BodyElement, ElementOf } from '@/lib/article/body'
import { elementWords } from '@/lib/article/body-words'
import type { Manuscript } from '@/lib/article/manuscript'
import { readableText } from '@/lib/article/readable-text'
import { elementIdIn } from '@/lib/merging/set-aside'

/** The names of what a manuscript refers to by id. */
export interface Names {
  section: (id: number) => string
  topic: (id: number) => string
  byline: (byline: Manuscript['bylines'][number]) => string
}

type Field = Exclude<keyof Manuscript, 'body'>

const FIELD_NAMES: Record<Field, string> = {
  headline: 'the headline',
  kicker: 'the kicker',
  standfirst: 'the standfirst',
  slug: 'the address',
  sectionId: 'the section',
  topicIds: 'the topics',
  bylines: 'the bylines',
  kind: 'the kind',
  language: 'the language',
  dateline: 'the dateline',
  leadMediaId: 'the lead image',
  seoTitle: 'the title for search engines',
  seoDescription: 'the description for search engines',
  translationOfId: 'the original',
  isUnlisted: 'whether search engines list it',
}

const ELEMENT_NAMES: Record<BodyElement['type'], string> = {
  paragraph: 'a paragraph',
  heading: 'a heading',
  list: 'a list',
  quote: 'a quote',
  'pull-quote': 'a pull quote',
  image: 'a picture',
  gallery: 'a gallery',
  table: 'a table',
  'fact-box': 'a fact box',
  divider: 'a divider',
  embed: 'an embed',
  'also-read': 'an also-read link',
  'related-news': 'a related-news block',
}

/** The name of a place in conflict, such as "the headline" or "a paragraph". */
export function placeName(place: string, value: unknown): string {
  if (elementIdIn(place) !== null) return isElement(value) ? ELEMENT_NAMES[value.type] : 'a part of the text'
  return isField(place) ? FIELD_NAMES[place] : place
}

/** The value at a place of the manuscript: a field or an element; null when the element was deleted. */
export function valueAt(manuscript: Manuscript, place: string): unknown {
  const id = elementIdIn(place)
  if (id !== null) return manuscript.body.find((element) => element.id === id) ?? null
  return isField(place) ? manuscript[place] : null
}

/** A value as text that can be compared with another version. */
export function valueText(place: string, value: unknown, names: Names): string {
  if (value === null || value === '') return ''
  if (isElement(value)) return elementText(value)
  switch (place as Field) {
    case 'sectionId':
      return names.section(value as number)
    case 'topicIds':
      return (value as number[]).map(names.topic).join(', ')
    case 'bylines':
      return (value as Manuscript['bylines']).map(names.byline).join(', ')
    case 'leadMediaId':
      return `Picture ${value}`
    case 'translationOfId':
      return `Story ${value}`
    case 'isUnlisted':
      return value ? 'Kept out of search engines' : 'Listed by search engines'
    default:
      return String(value)
  }
}

/** Elements without text are described. */
function elementText(element: BodyElement): string {
  switch (element.type) {
    case 'also-read':
      switch (element.target.kind) {
        case 'external':
          return `Also read: ${element.target.label} (${element.target.url})`
        case 'article':
          return `Also read: story ${[element.target.article, element.target.anchor].filter(Boolean).join('#')}`
        case 'sought':
          return `Also read: ${element.target.words} (no story chosen)`
      }
      break
    case 'related-news': {
      const sought = (element.sought ?? []).map(({ words }) => `; ${words} (no story chosen)`).join('')
      return `Related news: stories ${element.articles.join(', ')}${sought}`
    }
    case 'image':
      return [`Picture ${element.media}`, element.caption, element.credit].filter(Boolean).join('. ')
    case 'gallery':
      return [elementWords(element, readableText), `Pictures ${element.items.map(({ media }) => media).join(', ')}`]
        .join(' ')
        .trim()
    case 'list':
      return listText(element)
    case 'divider':
      return 'A divider'
    default:
      return elementWords(element, readableText)
  }
}

/** One line for each item, with dashes before those of lists within the list. */
function listText({ items, nesting = [] }: ElementOf<'list'>): string {
  return items.map((item, place) => `${'– '.repeat(nesting[place]?.depth ?? 0)}${readableText(item)}`).join('\n')
}

function isElement(value: unknown): value is BodyElement {
  return typeof value === 'object' && value !== null && 'type' in value && 'id' in value
}

function isField(place: string): place is Field {
  return place in FIELD_NAMES
}
