import type { TextBlockKind } from '@/components/desk/editor/document/convert-blocks'

export type Insertion =
  | TextBlockKind
  | 'live-entry'
  | 'image'
  | 'gallery'
  | 'library'
  | 'table'
  | 'fact-box'
  | 'divider'
  | 'embed'
  | 'also-read'
  | 'related-news'

export interface InsertionChoice {
  kind: Insertion
  name: string
  /** What it is for, as the slash menu shows it. */
  hint: string
  /** What can be typed instead of using the menu; empty when nothing can. */
  keys: string
  /** Further words by which the slash menu finds it, separated by spaces. */
  keywords: string
}

/** What can be inserted into a story, in the order of the menu: also-read and related news first. */
export const INSERTIONS: InsertionChoice[] = [
  {
    kind: 'also-read',
    name: 'Also read',
    hint: 'One live link between paragraphs',
    keys: '',
    keywords: 'link story internal',
  },
  {
    kind: 'related-news',
    name: 'Related news',
    hint: 'Two to four live links',
    keys: '',
    keywords: 'link stories list',
  },
  { kind: 'heading', name: 'Heading', hint: 'Opens a part of the story', keys: '##', keywords: 'title h2' },
  { kind: 'subheading', name: 'Subheading', hint: 'A part within a part', keys: '###', keywords: 'heading h3' },
  {
    kind: 'live-entry',
    name: 'Live entry',
    hint: 'A heading with the time of now, for a live story',
    keys: '',
    keywords: 'update time blog ticker',
  },
  { kind: 'list', name: 'List', hint: 'Points in no order', keys: '-', keywords: 'bullet unordered ul' },
  { kind: 'numbered-list', name: 'Numbered list', hint: 'Points in order', keys: '1.', keywords: 'ordered ol' },
  { kind: 'quote', name: 'Quote', hint: 'What somebody said', keys: '>', keywords: 'blockquote' },
  { kind: 'pull-quote', name: 'Pull quote', hint: 'A sentence that draws readers in', keys: '', keywords: 'callout' },
  { kind: 'image', name: 'Picture', hint: 'From this device', keys: '', keywords: 'photo image upload' },
  {
    kind: 'library',
    name: 'Picture from the library',
    hint: 'Pictures that the paper has',
    keys: '',
    keywords: 'image photo reuse archive',
  },
  { kind: 'gallery', name: 'Gallery', hint: 'Several pictures', keys: '', keywords: 'photos pictures images' },
  { kind: 'table', name: 'Table', hint: 'Rows under a header', keys: '', keywords: 'grid' },
  { kind: 'fact-box', name: 'Fact box', hint: 'Background in a box of its own', keys: '', keywords: 'aside info' },
  { kind: 'divider', name: 'Divider', hint: 'A break in the text', keys: '---', keywords: 'line rule hr' },
  {
    kind: 'embed',
    name: 'Embed',
    hint: 'A film, a sound or a post',
    keys: '',
    keywords: 'video youtube vimeo soundcloud mastodon bluesky',
  },
  { kind: 'paragraph', name: 'Paragraph', hint: 'Plain text', keys: '', keywords: 'text' },
]

/** The insertions that match what was typed after the slash; those whose name begins with it come first. */
export function insertionsFor(typed: string): InsertionChoice[] {
  const words = typed.toLowerCase().trim()
  const begins = INSERTIONS.filter(({ name }) => name.toLowerCase().startsWith(words))
  const holds = INSERTIONS.filter(({ name, keywords: also }) =>
    `${name} ${also}`
      .toLowerCase()
      .split(' ')
      .some((word, index) => index > 0 && word.startsWith(words)),
  )
  return [...new Set([...begins, ...holds])]
}
