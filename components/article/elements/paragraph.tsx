import type { ReactNode } from 'react'
import { Spans } from '@/components/article/elements/spans'
import type { ReaderText } from '@/lib/linking/reader-body'
import styles from './paragraph.module.css'

interface Props {
  text: ReaderText
  /** Runs in before the text, such as a dateline. */
  children?: ReactNode
}

export function Paragraph({ text, children }: Props) {
  return (
    <p className={styles.paragraph}>
      {children}
      <Spans text={text} />
    </p>
  )
}
