'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { RECEIVER_FIELDS, ReceiverFields } from '@/components/desk/deliveries/receiver-fields'
import { WebhookSecret } from '@/components/desk/deliveries/webhook-secret'
import { type DeskResponse, deskRequest } from '@/components/desk/desk-request'
import { Dialog } from '@/components/desk/dialog'
import { reloadPage } from '@/components/desk/focus/reload-page'
import { Problems } from '@/components/desk/problems'
import { SentForm } from '@/components/desk/sent-form'
import type { ListedReceiver } from '@/lib/desk/deliveries/listed-receiver'
import type { Problem } from '@/lib/desk/refusal'
import styles from './deliveries.module.css'

const LOOK_EVERY_MS = 400
/** Longer than the site waits for a response. */
const ANSWERED_WITHIN_MS = 20_000

/** The dialog that manages a receiver. */
export function ReceiverDialog({ receiver }: { receiver: ListedReceiver }) {
  const { id, kind, name, isOn } = receiver
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const [message, setMessage] = useState('')
  const [secret, setSecret] = useState<string | null>(null)
  const params = { receiver: id }

  /** The answer; null when the request failed, and then the problems are shown. */
  const act = async <Answer,>(request: Promise<DeskResponse<Answer>>): Promise<Answer | null> => {
    setBusy(true)
    setProblems([])
    const response = await request
    setBusy(false)
    if (response.ok) return response.answer
    setProblems(response.problems)
    return null
  }
  const actAndReload = async (request: Promise<DeskResponse<object>>) => {
    if (await act(request)) reloadPage()
  }
  const sendTest = async () => {
    setMessage('')
    const sent = await act(deskRequest('POST /api/desk/receivers/[receiver]/test', { params }))
    if (!sent) return
    setBusy(true)
    setMessage('Sent. Waiting for the answer.')
    setMessage(await answerTo(sent.id))
    setBusy(false)
  }
  const makeSecret = async () => {
    const made = await act(deskRequest('POST /api/desk/receivers/[receiver]/secret', { params }))
    setSecret(made?.secret ?? null)
  }
  const turn = (on: boolean) => deskRequest('POST /api/desk/receivers/[receiver]/switch', { params, input: { on } })
  const remove = () => deskRequest('POST /api/desk/receivers/[receiver]/remove', { params })

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
              const response = await deskRequest('PUT /api/desk/receivers/[receiver]', { params, form: typed })
              if (!response.ok) return response.problems
              reloadPage()
              return 'leaving'
            }}
          >
            {(problemOf) => <ReceiverFields kind={kind} known={receiver} problemOf={problemOf} />}
          </SentForm>
        )}
        {secret === null ? null : <WebhookSecret secret={secret} />}
        <div className={styles.actions}>
          <Button look={isOn ? 'plain' : 'main'} busy={busy} onClick={() => actAndReload(turn(!isOn))}>
            {isOn ? 'Switch off' : 'Switch on'}
          </Button>
          <Button busy={busy} onClick={() => sendTest()}>
            Send a test
          </Button>
          {kind === 'webhook' ? (
            <Button busy={busy} onClick={() => makeSecret()}>
              Make another secret
            </Button>
          ) : null}
          {kind !== 'letters' && !isOn ? (
            <Button look="danger" busy={busy} onClick={() => actAndReload(remove())}>
              Remove
            </Button>
          ) : null}
        </div>
        <p role="status">{message}</p>
        <Problems problems={problems} />
      </Dialog>
    </>
  )
}

/** Waits for the result of delivery `id`; returns it in words. */
async function answerTo(id: number): Promise<string> {
  const end = Date.now() + ANSWERED_WITHIN_MS
  while (Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    const response = await deskRequest('GET /api/desk/deliveries/[delivery]', { params: { delivery: id } })
    if (!response.ok || !response.answer.isAnswered) continue
    const { isThrough, answer } = response.answer
    return `${isThrough ? 'It was taken' : 'It did not get through'}: ${answer || 'an answer without words'}`
  }
  return 'No answer yet. It will stand in the list below.'
}
