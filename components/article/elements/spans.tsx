import { Fragment, type ReactNode } from 'react'
import type { ReaderSpan, ReaderText } from '@/lib/linking/reader-body'
import styles from './spans.module.css'

/** A text with its marks and links. */
export function Spans({ text }: { text: ReaderText }) {
  return [...text.entries()].map(([place, span]) => <Fragment key={place}>{linked(span)}</Fragment>)
}

function linked(span: ReaderSpan): ReactNode {
  if (!span.href) return marked(span)
  return (
    <a className={styles.link} href={span.href} rel={span.external ? 'external noopener' : undefined}>
      {marked(span)}
    </a>
  )
}

function marked({ text, marks }: ReaderSpan): ReactNode {
  let words: ReactNode = text
  if (marks.includes('subscript')) words = <sub className={styles.script}>{words}</sub>
  if (marks.includes('superscript')) words = <sup className={styles.script}>{words}</sup>
  if (marks.includes('code')) words = <code className={styles.code}>{words}</code>
  if (marks.includes('italic')) words = <em>{words}</em>
  if (marks.includes('bold')) words = <strong className={styles.bold}>{words}</strong>
  return words
}
