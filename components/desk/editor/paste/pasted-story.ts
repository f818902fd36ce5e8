import {
  type BodyElement,
  DEEPEST_ITEM,
  type ElementOf,
  type NestedItem,
  type Span,
  type SpanMark,
  type Text,
} from '@/lib/article/body'
import { evenDepths } from '@/lib/article/list-tree'
import { PastedLine } from './pasted-line'

/** Where the words of the source go, line by line. */
export interface Sink {
  readonly line: PastedLine
  /** Ends the line; what follows is another one, or follows after a space where all is one line. */
  endLine(): void
}

/** One text, whatever lines the source has: the words of a heading, an item, a cell. */
export class OneText implements Sink {
  readonly line = new PastedLine()

  endLine(): void {
    this.line.break()
  }

  get text(): Text {
    return this.line.spans
  }
}

/** Texts, one for each line: the paragraphs of a quote. */
export class Lines implements Sink {
  line = new PastedLine()
  readonly texts: Text[] = []

  endLine(): void {
    if (this.line.hasWords) this.texts.push(this.line.spans)
    this.line = new PastedLine()
  }
}

/** Removes a mark that the place has anyway, such as bold in a heading. */
export function dropMark(span: Span, mark: SpanMark): void {
  const marks = span.marks?.filter((other) => other !== mark) ?? []
  if (marks.length) span.marks = marks
  else delete span.marks
}

/** An item with the list that it stands in and the number it has there. */
export interface ListItem {
  /** The outermost list around it: one value for items that may be one list. */
  root: unknown
  /** How many lists of the source are around the one that it stands in. */
  depth: number
  ordered: boolean
  number: number
}

/** A numbered or unnumbered list within an item: at which number it begins, and which one its last item had. */
interface OpenList {
  ordered: boolean
  start: number
  number: number
}

/** How an item stands at `depth`: in the list that is open there when it has the next number, else in one of its own. */
function nestedAt(depth: number, { ordered, number }: ListItem, within: OpenList[]): NestedItem {
  const open = within[depth - 1]
  const goesOn = open?.ordered === ordered && (!ordered || number === open.number + 1)
  const start = goesOn ? open.start : ordered ? number : 1
  within.splice(depth - 1, within.length, { ordered, start, number })
  return { depth, ordered, ...(start !== 1 && { start }) }
}

/** The elements of a story, in the order of the source. They have no ids yet: each is the empty string. */
export class PastedStory implements Sink {
  line = new PastedLine()
  readonly elements: BodyElement[] = []
  /**
   * The list that items may still join: its last item of the first level, the depths of its items in the source, and the
   * lists within it that are open, the outermost first.
   */
  #open: { list: ElementOf<'list'>; last: ListItem; depths: number[]; within: OpenList[] } | null = null

  endLine(): void {
    if (this.line.hasWords) this.add({ type: 'paragraph', id: '', text: this.line.spans })
    this.line = new PastedLine()
  }

  /** Adds an element after the line that is open. */
  add(element: BodyElement): void {
    if (this.line.hasWords && element.type !== 'paragraph') this.endLine()
    this.#open = null
    this.elements.push(element)
  }

  /**
   * Adds an item to the list before it when it belongs there: a deeper item always, one of the first level when it is of
   * the same kind and has the next number. Otherwise it begins a list.
   */
  addItem(text: Text, item: ListItem): void {
    this.endLine()
    const open = this.#open
    const isDeeper = open !== null && item.depth > open.last.depth
    const follows =
      open !== null &&
      open.last.root === item.root &&
      (isDeeper || (open.last.ordered === item.ordered && (!item.ordered || item.number === open.last.number + 1)))
    if (!open || !follows) {
      const start = item.ordered && item.number !== 1 ? { start: item.number } : {}
      const list: ElementOf<'list'> = { type: 'list', id: '', ordered: item.ordered, ...start, items: [text] }
      this.elements.push(list)
      this.#open = { list, last: item, depths: [item.depth], within: [] }
      return
    }
    const { list, depths } = open
    depths.push(isDeeper ? item.depth : open.last.depth)
    list.items.push(text)
    const depth = Math.min(evenDepths(depths).at(-1) ?? 0, DEEPEST_ITEM)
    if (depth > 0 || list.nesting) {
      list.nesting ??= list.items.slice(0, -1).map(() => null)
      list.nesting.push(depth > 0 ? nestedAt(depth, item, open.within) : null)
    }
    if (depth === 0) open.within = []
    if (!isDeeper) open.last = item
  }
}

/** The words of an item, or of what stands between items. After a list within the item another line begins. */
export class ItemWords implements Sink {
  line = new PastedLine()
  readonly story: PastedStory
  #item: ListItem | null

  /** `item` is null for words that are no item and have no number. */
  constructor(story: PastedStory, item: ListItem | null) {
    this.story = story
    this.#item = item
  }

  endLine(): void {
    this.line.break()
  }

  close(): void {
    const { line, story } = this
    this.line = new PastedLine()
    if (!line.hasWords) return
    if (this.#item) story.addItem(line.spans, this.#item)
    else story.add({ type: 'paragraph', id: '', text: line.spans })
    // What follows a list within a numbered item has no number.
    if (this.#item?.ordered) this.#item = null
  }
}
