'use client'

import { useSession, useSessionState } from '@/components/desk/room/session/session-context'
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
      <a className={styles.toPanel} href="#room-panel">
        Publishing<span className={styles.more}> and details</span>
      </a>
    </div>
  )
}
