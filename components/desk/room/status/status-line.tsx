'use client'

import { useDeferredValue } from 'react'
import { useManuscript, useSession, useSessionState } from '@/components/desk/room/session/session-context'
import { readingMinutes, wordCount } from '@/lib/article/word-count'
import { nearInstant } from '@/lib/desk/near-instant'
import { savingText } from '@/lib/drafting/saving-state'
import { presenceText } from './presence-text'
import styles from './status-line.module.css'

const TROUBLE = ['failing', 'signed-out', 'refused']

/** Whether the text is saved, and who else has the story open. */
export function StatusLine() {
  const session = useSession()
  const { state, isOnDevice } = useSessionState((session) => session.savingReport)
  const others = useSessionState((session) => session.others)
  const clock = (at: number) => nearInstant(new Date(at), { now: session.now(), timeZone: session.choices.timeZone })
  return (
    <div className={styles.line}>
      <p role="status" className={TROUBLE.includes(state.kind) || !isOnDevice ? styles.trouble : styles.calm}>
        {savingText(state, isOnDevice, clock)}
      </p>
      {state.kind === 'signed-out' ? (
        <a href="/admin/sign-in" target="_blank" rel="noopener">
          Sign in in another tab; nothing is lost
        </a>
      ) : null}
      <p role="status" className={styles.others}>
        {presenceText(others, session.editorName)}
      </p>
      <WordCount />
      <a className={styles.toPanel} href="#room-panel">
        Publishing<span className={styles.more}> and details</span>
      </a>
    </div>
  )
}

/** How long the text is. It is counted when typing leaves time for it. */
function WordCount() {
  const body = useDeferredValue(useManuscript((manuscript) => manuscript.body))
  const language = useManuscript((manuscript) => manuscript.language)
  const words = wordCount(body, language)
  if (words === 0) return null
  const minutes = readingMinutes(body, language)
  return (
    <p className={styles.words}>
      {new Intl.NumberFormat('en-GB').format(words)} {words === 1 ? 'word' : 'words'}
      <span className={styles.more}>
        , {minutes} {minutes === 1 ? 'minute' : 'minutes'} to read
      </span>
    </p>
  )
}
