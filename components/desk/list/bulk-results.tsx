'use client'

import { Button } from '@/components/desk/button'
import { Choices, Dialog } from '@/components/desk/dialog'
import type { BulkResult } from '@/lib/desk/bulk/bulk-action'
import { visibleText } from '@/lib/text/visible-text'
import styles from './bulk-actions.module.css'

/** What became of each of the stories, those that were not done first. */
export function BulkResults({ results, onClose }: { results: BulkResult[]; onClose: () => void }) {
  const failed = results.filter(({ isDone }) => !isDone)
  const done = results.filter(({ isDone }) => isDone)
  const title = failed.length
    ? `Done for ${done.length} of ${results.length} stories`
    : `Done for ${done.length === 1 ? '1 story' : `${done.length} stories`}`
  return (
    <Dialog title={title} open onClose={onClose}>
      <ul className={styles.results}>
        {[...failed, ...done].map(({ id, headline, isDone, message }) => (
          <li key={id} data-done={isDone || undefined}>
            {headline ? (
              <a href={`/admin/articles/${id}`}>{visibleText(headline) || 'Without a headline'}</a>
            ) : (
              `Story ${id}`
            )}
            {isDone ? ': done' : <span className={styles.why}>{message}</span>}
          </li>
        ))}
      </ul>
      <Choices>
        <Button look="main" onClick={onClose}>
          Show the list
        </Button>
      </Choices>
    </Dialog>
  )
}
