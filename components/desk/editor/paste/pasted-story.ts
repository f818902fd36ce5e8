import type { BodyElement, Span, SpanMark, Text } from '@/lib/article/body'
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
  /** The list, and with bullets the list around it: one object for items that may be one list. */
  list: unknown
  ordered: boolean
  number: number
}

/** The elements of a story, in the order of the source. They have no ids yet: each is the empty string. */
export class PastedStory implements Sink {
  line = new PastedLine()
  readonly elements: BodyElement[] = []
  #last: ListItem | null = null

  endLine(): void {
    if (this.line.hasWords) this.add({ type: 'paragraph', id: '', text: this.line.spans })
    this.line = new PastedLine()
  }

  /** Adds an element after the line that is open. */
  add(element: BodyElement): void {
    if (this.line.hasWords && element.type !== 'paragraph') this.endLine()
    this.#last = null
    this.elements.push(element)
  }

  /** Adds an item to the list before it when it belongs there and has the next number, otherwise to a new one. */
  addItem(text: Text, item: ListItem): void {
    this.endLine()
    const { elements } = this
    const open = elements.at(-1)
    const last = this.#last
    const follows =
      last !== null &&
      last.list === item.list &&
      last.ordered === item.ordered &&
      (!item.ordered || item.number === last.number + 1)
    if (open?.type === 'list' && follows) open.items.push(text)
    else {
      const start = item.ordered && item.number !== 1 ? { start: item.number } : {}
      elements.push({ type: 'list', id: '', ordered: item.ordered, ...start, items: [text] })
    }
    this.#last = item
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
