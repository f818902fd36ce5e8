import type { ReactNode } from 'react'
import type { TextBlockKind } from '@/components/desk/editor/document/convert-blocks'
import type { Insertion } from '@/components/desk/editor/insert/insertion'
import type { SpanMark } from '@/lib/article/body'
import styles from './toolbar.module.css'

interface MarkTool {
  mark: SpanMark
  name: string
  keys: string
  shown: ReactNode
  /** The mark that it takes off, because a letter cannot have both. */
  without?: SpanMark
}

export const MARKS: MarkTool[] = [
  { mark: 'bold', name: 'Bold', keys: 'Mod+B', shown: <b>B</b> },
  { mark: 'italic', name: 'Italic', keys: 'Mod+I', shown: <i className={styles.italic}>I</i> },
  { mark: 'code', name: 'Code', keys: 'Mod+E', shown: <span className={styles.code}>{'<>'}</span> },
  {
    mark: 'superscript',
    name: 'Superscript',
    keys: 'Mod+.',
    without: 'subscript',
    shown: <span className={styles.superscript}>x</span>,
  },
  {
    mark: 'subscript',
    name: 'Subscript',
    keys: 'Mod+,',
    without: 'superscript',
    shown: <span className={styles.subscript}>x</span>,
  },
]

export const KINDS: { kind: TextBlockKind; name: string; keys: string }[] = [
  { kind: 'paragraph', name: 'Paragraph', keys: 'Mod Alt 0' },
  { kind: 'heading', name: 'Heading', keys: 'Mod Alt 2' },
  { kind: 'subheading', name: 'Subheading', keys: 'Mod Alt 3' },
  { kind: 'list', name: 'List', keys: 'Mod Shift 8' },
  { kind: 'numbered-list', name: 'Numbered list', keys: 'Mod Shift 7' },
  { kind: 'quote', name: 'Quote', keys: 'Mod Shift 9' },
  { kind: 'pull-quote', name: 'Pull quote', keys: 'Mod Shift 0' },
]

/** `isInBar`: a button of the bar itself, where that is wide enough. */
export const ELEMENTS: { kind: Insertion; name: string; isInBar?: boolean }[] = [
  { kind: 'also-read', name: 'Also read', isInBar: true },
  { kind: 'related-news', name: 'Related news', isInBar: true },
  { kind: 'image', name: 'Picture' },
  { kind: 'library', name: 'Picture from the library' },
  { kind: 'gallery', name: 'Gallery' },
  { kind: 'table', name: 'Table' },
  { kind: 'fact-box', name: 'Fact box' },
  { kind: 'embed', name: 'Embed' },
  { kind: 'live-entry', name: 'Live entry' },
  { kind: 'divider', name: 'Divider' },
]
