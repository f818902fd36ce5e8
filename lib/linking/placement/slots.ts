import { type Body, type BodyElement, type ElementOf, hasWords, plainText } from '@/lib/article/body'
import { wordCount } from '@/lib/article/word-count'

/** A place between two paragraphs for an also-read link with a related-news block below it. */
export interface Slot {
  /** The id of the paragraph above. */
  afterId: string
}

/** How many links a slot takes: one to be read also, and two in the list below it. */
export const LINKS_OF_SLOT = 3

/** A story with fewer words is read at a stretch. */
export const SHORT_STORY_WORDS = 120
/** Between two slots, and before the first, at least so many words and so much of the story are read. */
export const LEAST_WORDS_BETWEEN = 40
export const LEAST_SHARE_BETWEEN = 1 / 5
/** Before a slot, between two and behind the last. */
export const LEAST_PARAGRAPHS_BETWEEN = 2

/** A paragraph that ends so announces what stands below it. */
const ANNOUNCES = /[:：]\s*$/u

/**
 * The slots that `body` has room for, in reading order:
 * - none in a story of fewer than 120 words;
 * - each between two paragraphs that readers see, of which the first does not end with a colon; so never after a heading,
 *   before a list, beside a picture or another block, at the beginning or at the end;
 * - before each, since the beginning, the slot before it or a block that stands there: two paragraphs, and 40 words or a
 *   fifth of the story, whichever is more; as much before the next block that stands there, and two paragraphs before the end.
 * The same for the same body, also when what readers do not see of it is left out.
 */
export function openSlots(body: Body, language: string): Slot[] {
  const shown = body.filter(isShown)
  const words = shown.map((element) => (isBlock(element) ? 0 : wordCount([element], language)))
  const total = words.reduce((sum, count) => sum + count, 0)
  if (total < SHORT_STORY_WORDS) return []
  const least = Math.max(LEAST_WORDS_BETWEEN, total * LEAST_SHARE_BETWEEN)
  const isFar = ({ paragraphs, read }: Stretch) => paragraphs >= LEAST_PARAGRAPHS_BETWEEN && read >= least

  const slots: Slot[] = []
  let behind: Stretch = { paragraphs: 0, read: 0 }
  for (const [place, element] of shown.entries()) {
    if (isBlock(element)) {
      behind = { paragraphs: 0, read: 0 }
      continue
    }
    behind = further(behind, element, words[place])
    if (!isOpen(element, shown[place + 1]) || !isFar(behind)) continue
    const ahead = stretchAhead(shown, words, place + 1)
    if (ahead.endsWithBlock ? !isFar(ahead) : ahead.paragraphs < LEAST_PARAGRAPHS_BETWEEN) continue
    slots.push({ afterId: element.id })
    behind = { paragraphs: 0, read: 0 }
  }
  return slots
}

/** What is read in a part of a story. */
interface Stretch {
  paragraphs: number
  read: number
}

function further({ paragraphs, read }: Stretch, { type }: BodyElement, words = 0): Stretch {
  return { paragraphs: paragraphs + (type === 'paragraph' ? 1 : 0), read: read + words }
}

/** What stands from `first` to the next block, or to the end. */
function stretchAhead(shown: Body, words: readonly number[], first: number): Stretch & { endsWithBlock: boolean } {
  let stretch: Stretch = { paragraphs: 0, read: 0 }
  for (const [offset, element] of shown.slice(first).entries()) {
    if (isBlock(element)) return { ...stretch, endsWithBlock: true }
    stretch = further(stretch, element, words[first + offset])
  }
  return { ...stretch, endsWithBlock: false }
}

function isOpen(above: BodyElement, below: BodyElement | undefined): boolean {
  return above.type === 'paragraph' && below?.type === 'paragraph' && !ANNOUNCES.test(plainText(above.text))
}

/** Whether the element is one of the two blocks of links, chosen or still sought. */
function isBlock(element: BodyElement): element is ElementOf<'also-read' | 'related-news'> {
  return element.type === 'also-read' || element.type === 'related-news'
}

/** Text without words is not there for readers; everything else may be. */
function isShown(element: BodyElement): boolean {
  switch (element.type) {
    case 'paragraph':
    case 'heading':
      return hasWords(element.text)
    case 'list':
      return element.items.some(hasWords)
    default:
      return true
  }
}
