'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { RECEIVER_FIELDS, ReceiverFields } from '@/components/desk/deliveries/receiver-fields'
import { WebhookSecret } from '@/components/desk/deliveries/webhook-secret'
import { deskRequest, type Problem } from '@/components/desk/desk-request'
import { Dialog } from '@/components/desk/dialog'
import { Problems } from '@/components/desk/problems'
import { SentForm } from '@/components/desk/sent-form'
import type { ListedReceiver } from '@/lib/desk/deliveries/listed-receiver'
import styles from './deliveries.module.css'

const LOOK_EVERY_MS = 400
/** Longer than the site waits for an answer. */
const ANSWERED_WITHIN_MS = 20_000

/** What an admin can do about a receiver. */
export function ReceiverDialog({ receiver }: { receiver: ListedReceiver }) {
  const { id, kind, name, isOn } = receiver
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const [said, setSaid] = useState('')
  const [secret, setSecret] = useState<string | null>(null)
  const at = `/api/desk/receivers/${id}`

  /** Does it; null when it failed, and then the problems are shown. */
  const act = async <T,>(verb: string, body: object = {}): Promise<T | null> => {
    setBusy(true)
    setProblems([])
    const done = await deskRequest<T>('POST', `${at}/${verb}`, body)
    setBusy(false)
    if (done.ok) return done.answer
    setProblems(done.problems)
    return null
  }
  const actAndReload = async (verb: string, body?: object) => {
    if (await act(verb, body)) location.reload()
  }
  const sendTest = async () => {
    setSaid('')
    const sent = await act<{ id: number }>('test')
    if (!sent) return
    setBusy(true)
    setSaid('Sent. Waiting for the answer.')
    setSaid(await answerTo(sent.id))
    setBusy(false)
  }
  const makeSecret = async () => setSecret((await act<{ secret: string }>('secret'))?.secret ?? null)

  return (
    <>
      <Button look="quiet" aria-label={`Manage ${name}`} onClick={() => setOpen(true)}>
        Manage
      </Button>
      <Dialog title={name} open={open} onClose={() => setOpen(false)}>
        {kind === 'letters' ? (
          <p>
            Whoever began a story is written to when somebody else, or the schedule, changes what readers get of it.
          </p>
        ) : (
          <SentForm
            button="Save"
            look="plain"
            fields={RECEIVER_FIELDS}
            send={async (typed) => {
              const changed = await deskRequest('PUT', at, typed)
              if (!changed.ok) return changed.problems
              location.reload()
              return 'leaving'
            }}
          >
            {(problemOf) => <ReceiverFields kind={kind} known={receiver} problemOf={problemOf} />}
          </SentForm>
        )}
        {secret === null ? null : <WebhookSecret secret={secret} />}
        <div className={styles.actions}>
          <Button look={isOn ? 'plain' : 'main'} busy={busy} onClick={() => void actAndReload('switch', { on: !isOn })}>
            {isOn ? 'Switch off' : 'Switch on'}
          </Button>
          <Button busy={busy} onClick={() => void sendTest()}>
            Send a test
          </Button>
          {kind === 'webhook' ? (
            <Button busy={busy} onClick={() => void makeSecret()}>
              Make another secret
            </Button>
          ) : null}
          {kind !== 'letters' && !isOn ? (
            <Button look="danger" busy={busy} onClick={() => void actAndReload('remove')}>
              Remove
            </Button>
          ) : null}
        </div>
        <p role="status">{said}</p>
        <Problems problems={problems} />
      </Dialog>
    </>
  )
}

/** What came back for delivery `id`, in words; waits for it. */
async function answerTo(id: number): Promise<string> {
  const end = Date.now() + ANSWERED_WITHIN_MS
  while (Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    const asked = await deskRequest<{ isAnswered: boolean; isThrough: boolean; answer: string }>(
      'GET',
      `/api/desk/deliveries/${id}`,
    )
    if (!asked.ok || !asked.answer.isAnswered) continue
    const { isThrough, answer } = asked.answer
    return `${isThrough ? 'It was taken' : 'It did not get through'}: ${answer || 'an answer without words'}`
  }
  return 'No answer yet. It will stand in the list below.'
}
