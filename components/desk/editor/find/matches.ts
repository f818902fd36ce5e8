import type { Node } from '@tiptap/pm/model'
import type { atomNodes } from '@/components/desk/editor/document/story-nodes'

/** What is looked for. */
export interface Sought {
  words: string
  /** Whether capitals count. */
  matchesCase: boolean
}

/** Where words were found in a document. */
export interface Match {
  from: number
  to: number
  /** Set when they stand in a field of the node at `from`, such as its caption, and not among its content. */
  inField?: FieldMatch
}

/** Words in a field of a node. */
export interface FieldMatch {
  attribute: string
  /** Which picture of a gallery; null for a field of the node itself. */
  item: number | null
  at: number
  length: number
  /** Its place among the words of the node: those further down have a higher one. */
  order: number
}

/** Signs that count as one, because nobody who looks for words types the others. */
const ALIKE: [RegExp, string][] = [
  [/[’‘‚‛ʼ′]/g, "'"],
  [/[“”„‟«»″]/g, '"'],
  [/[–—‐‑−]/g, '-'],
  [/[\u00a0\u2009\u202f]/g, ' '],
]

/** The fields of each node that hold words of the story, top to bottom. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  image: ['caption', 'credit'],
  gallery: ['items', 'caption'],
  table: ['caption'],
  embed: ['title'],
  alsoRead: [],
  relatedNews: [],
} satisfies Record<keyof typeof atomNodes | 'table', readonly string[]>

/** More characters than a field has. */
const FIELD_ORDER = 100_000

/**
 * Every place in a document where the words stand, in order and without overlaps. Within one paragraph, item, cell or
 * caption, whatever marks the words have; quotation marks, dashes and spaces of any kind count as one.
 */
export function matchesIn(doc: Node, sought: Sought): Match[] {
  const found: Match[] = []
  doc.descendants((node, position) => {
    for (const inField of matchesInFields(node, sought)) {
      found.push({ from: position, to: position + node.nodeSize, inField })
    }
    if (!node.isTextblock) return true
    for (const at of placesIn(node.textContent, sought)) {
      found.push({ from: position + 1 + at, to: position + 1 + at + sought.words.length })
    }
    return false
  })
  return found
}

/** Where the words stand in a text, in order and without overlaps; nowhere when they are blank. */
export function placesIn(text: string, { words, matchesCase }: Sought): number[] {
  const sought = comparable(words, matchesCase)
  if (sought.trim() === '') return []
  const places: number[] = []
  const within = comparable(text, matchesCase)
  for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + sought.length)) places.push(at)
  return places
}

/** The words of a field of a node; of a gallery's `items`, those of one picture. Empty where there are none. */
export function fieldWords(node: Node, { attribute, item }: Pick<FieldMatch, 'attribute' | 'item'>): string {
  const value: unknown = node.attrs[attribute]
  if (item === null) return typeof value === 'string' ? value : ''
  return captionsOf(value)[item] ?? ''
}

function matchesInFields(node: Node, sought: Sought): FieldMatch[] {
  const fields = (FIELDS[node.type.name] ?? []).flatMap((attribute): Pick<FieldMatch, 'attribute' | 'item'>[] =>
    attribute === 'items'
      ? captionsOf(node.attrs[attribute]).map((_, item) => ({ attribute, item }))
      : [{ attribute, item: null }],
  )
  return fields.flatMap((field, place) =>
    placesIn(fieldWords(node, field), sought).map((at) => {
      return { ...field, at, length: sought.words.length, order: place * FIELD_ORDER + at }
    }),
  )
}

/** The captions of the pictures of a gallery, empty where one has none. */
function captionsOf(items: unknown): string[] {
  if (!Array.isArray(items)) return []
  return items.map((item: { caption?: unknown }) => (typeof item.caption === 'string' ? item.caption : ''))
}

/** The text with one character for each of its own. */
function comparable(text: string, matchesCase: boolean): string {
  const alike = ALIKE.reduce((words, [signs, sign]) => words.replace(signs, sign), text)
  // A letter whose small form is longer, such as İ, stays as it is: positions must hold.
  return matchesCase ? alike : alike.replace(/\p{L}/gu, (letter) => sameLength(letter, letter.toLowerCase()))
}

function sameLength(letter: string, small: string): string {
  return small.length === letter.length ? small : letter
}
