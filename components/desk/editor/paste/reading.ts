import type { SpanMark } from '@/lib/article/body'
import type { LeftOut } from './left-out'
import { type Format, PLAIN, type WhiteSpace } from './pasted-line'
import type { ListItem, OneText, Sink } from './pasted-story'
import type { PastedStyles } from './pasted-styles'

/** What an element hands on to what is in it. */
export interface Inherited {
  format: Format
  whiteSpace: WhiteSpace
  isVisible: boolean
  /** Whether children are blocks, as in a flex box. */
  areBlocks: boolean
  /** The item that a nested list belongs to; null outside of lists. */
  list: ListItem | null
}

export const AT_FIRST: Inherited = {
  format: PLAIN,
  whiteSpace: 'collapse',
  isVisible: true,
  areBlocks: false,
  list: null,
}

/** What those who read one kind of structure (lists, quotations, tables) need of the reading around them. */
export interface Reading {
  readonly styles: PastedStyles
  /** What the editor would miss. */
  leftOut: LeftOut
  /** Reads the words of a text node. */
  words(words: string, inherited: Inherited, sink: Sink): void
  element(element: Element, inherited: Inherited, sink: Sink): void
  /** Whether the element is not for a story; what the editor would miss is noted. */
  isLeftOut(element: Element, sink?: Sink): boolean
  inherited(element: Element, around: Inherited): Inherited
  /** The words of an element as one text; marks of `except` are no part of it. */
  oneText(element: Element, inherited: Inherited, except?: SpanMark): OneText
}
