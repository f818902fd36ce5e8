'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { type DeskResponse, deskRequest } from '@/components/desk/desk-request'
import { Dialog } from '@/components/desk/dialog'
import { reloadPage } from '@/components/desk/focus/reload-page'
import { OneTimeUrl } from '@/components/desk/people/one-time-url'
import type { Person } from '@/components/desk/people/person'
import { RoleChoice } from '@/components/desk/people/role-choice'
import { Problems } from '@/components/desk/problems'
import { SentForm } from '@/components/desk/sent-form'
import type { Problem } from '@/lib/desk/refusal'
import styles from './people.module.css'

interface Props {
  person: Person
  /** Whether it is the admin's own account. */
  isSelf: boolean
}

/** The dialog that manages an account. */
export function PersonDialog({ person, isSelf }: Props) {
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const [link, setLink] = useState<{ url: string; mailed: boolean } | null>(null)
  const [message, setMessage] = useState('')
  const params = { person: person.id }

  /** The answer; null when the request failed, and then the problems are shown. */
  const act = async <Answer,>(request: Promise<DeskResponse<Answer>>): Promise<Answer | null> => {
    setBusy(true)
    setProblems([])
    setMessage('')
    const response = await request
    setBusy(false)
    if (response.ok) return response.answer
    setProblems(response.problems)
    return null
  }
  const actAndReload = async (verb: 'remove-second-step' | 'let-in' | 'shut-out') => {
    if (await act(deskRequest(`POST /api/desk/people/[person]/${verb}`, { params }))) reloadPage()
  }
  const makeLink = async () => setLink(await act(deskRequest('POST /api/desk/people/[person]/reset-link', { params })))
  const endSessions = async () => {
    const done = await act(deskRequest('POST /api/desk/people/[person]/end-sessions', { params }))
    if (done) setMessage(done.ended === 1 ? 'One session was ended.' : `${done.ended} sessions were ended.`)
  }

  return (
    <>
      <Button look="quiet" aria-label={`Manage ${person.name}`} onClick={() => setOpen(true)}>
        Manage
      </Button>
      <Dialog title={person.name} open={open} onClose={() => setOpen(false)}>
        <SentForm
          button="Change role"
          look="plain"
          fields={['role']}
          send={async (typed) => {
            const response = await deskRequest('POST /api/desk/people/[person]/role', { params, form: typed })
            if (!response.ok) return response.problems
            reloadPage()
            return 'leaving'
          }}
        >
          {(problemOf) => <RoleChoice chosen={person.role} problem={problemOf('role')} />}
        </SentForm>
        {link ? (
          <OneTimeUrl
            label="Link to another password"
            url={link.url}
            about={`${link.mailed ? `It was mailed to ${person.email} too.` : 'Hand it over yourself; no mail was sent.'} It works once, within the hour.`}
          />
        ) : null}
        <div className={styles.actions}>
          {person.isDeactivated ? null : (
            <Button busy={busy} onClick={() => makeLink()}>
              Make a password link
            </Button>
          )}
          <Button busy={busy} onClick={() => endSessions()}>
            {isSelf ? 'End my other sessions' : 'End all sessions'}
          </Button>
          {person.hasSecondStep ? (
            <Button busy={busy} onClick={() => actAndReload('remove-second-step')}>
              Remove the second step
            </Button>
          ) : null}
          {person.isDeactivated ? (
            <Button busy={busy} onClick={() => actAndReload('let-in')}>
              Reactivate
            </Button>
          ) : isSelf ? null : (
            <Button look="danger" busy={busy} onClick={() => actAndReload('shut-out')}>
              Deactivate
            </Button>
          )}
        </div>
        <p role="status">{message}</p>
        <Problems problems={problems} />
      </Dialog>
    </>
  )
}
