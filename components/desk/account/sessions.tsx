'use client'

import { useState } from 'react'
import styles from '@/components/desk/account/account.module.css'
import { Button } from '@/components/desk/button'
import { type DeskResponse, deskRequest } from '@/components/desk/desk-request'
import { reloadPage } from '@/components/desk/focus/reload-page'
import { Problems } from '@/components/desk/problems'
import type { Problem } from '@/lib/desk/refusal'

export interface OwnSession {
  id: string
  /** Such as “Firefox on Windows”. */
  device: string
  address: string
  /** When it began, in words. */
  since: string
  /** Whether it is the current session. */
  isThis: boolean
}

/** The sessions of the signed-in user, each with a button that ends it. */
export function Sessions({ sessions }: { sessions: OwnSession[] }) {
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const end = async (request: Promise<DeskResponse<object>>) => {
    setBusy(true)
    setProblems([])
    const response = await request
    if (response.ok || response.status === 404) return reloadPage()
    setProblems(response.problems)
    setBusy(false)
  }
  return (
    <section className={styles.part} aria-labelledby="sessions">
      <h2 id="sessions">Sessions</h2>
      <p className={styles.about}>
        Where you are signed in. A session ends by itself after 30 days without you, and 90 days after it began.
      </p>
      <ul className={styles.rows}>
        {sessions.map(({ id, device, address, since, isThis }) => (
          <li key={id} className={styles.row}>
            <span>
              {device}
              {isThis ? ', this one' : null}
              <span className={styles.when}>
                Since {since}
                {address ? `, from ${address}` : null}
              </span>
            </span>
            {isThis ? null : (
              <Button
                look="quiet"
                busy={busy}
                aria-label={`End session: ${device}, since ${since}`}
                onClick={() =>
                  end(deskRequest('POST /api/desk/account/sessions/[session]/end', { params: { session: id } }))
                }
              >
                End session
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Problems problems={problems} />
      {sessions.length > 1 ? (
        <Button busy={busy} onClick={() => end(deskRequest('POST /api/desk/account/sessions/end-others'))}>
          End all others
        </Button>
      ) : null}
    </section>
  )
}
