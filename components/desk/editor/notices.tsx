'use client'

import { BlockTool } from './blocks/block'
import styles from './notices.module.css'

interface Props {
  /** What went wrong; empty when nothing did. */
  problem: string
  /** What a paste left out; empty when nothing was. */
  notice: string
  /** Joins the lines of a text that was pasted; null when they are its own. */
  join: (() => void) | null
  onDismiss: () => void
}

/** What the editor of the text has to say, above the text. */
export function Notices({ problem, notice, join, onDismiss }: Props) {
  return (
    <div lang="en" dir="ltr">
      <p className={styles.problem} role="alert">
        {problem}
      </p>
      {notice ? (
        <p className={styles.notice} role="status">
          {notice} <BlockTool onClick={onDismiss}>Dismiss</BlockTool>
        </p>
      ) : null}
      {join ? (
        <p className={styles.notice} role="status">
          The lines of the pasted text were broken by hand.{' '}
          <BlockTool
            onClick={() => {
              join()
              onDismiss()
            }}
          >
            Join them into paragraphs
          </BlockTool>{' '}
          <BlockTool onClick={onDismiss}>Keep the lines</BlockTool>
        </p>
      ) : null}
    </div>
  )
}
