'use client'

import { useSessionState } from '@/components/desk/room/session/session-context'
import { bodyWords } from '@/lib/article/body-words'
import { readableText } from '@/lib/article/readable-text'
import styles from './restored-drafts.module.css'

/** Says that unsaved text of an earlier visit was restored, and shows text that the server refused. */
export function RestoredDrafts() {
  const hasRestoredDraft = useSessionState((session) => session.hasRestoredDraft)
  const refusedDrafts = useSessionState((session) => session.savingReport.refusedDrafts)
  return (
    <div role="status" className={styles.back}>
      {hasRestoredDraft && !refusedDrafts.length ? (
        <p>Words from an earlier visit that had not reached the server were brought back into the story.</p>
      ) : null}
      {refusedDrafts.map(({ manuscript, problems }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows
        <details key={place}>
          <summary>
            A text from an earlier visit could not be saved: {problems.map(({ message }) => message).join(' ')} It is
            kept on this device.
          </summary>
          <p className={styles.words}>
            {[manuscript.headline, manuscript.standfirst, bodyWords(manuscript.body, readableText)].join('\n')}
          </p>
        </details>
      ))}
    </div>
  )
}
