'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { Select } from '@/components/desk/controls'
import { RECEIVER_FIELDS, ReceiverFields } from '@/components/desk/deliveries/receiver-fields'
import { WebhookSecret } from '@/components/desk/deliveries/webhook-secret'
import { deskRequest } from '@/components/desk/desk-request'
import { Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import { reloadPage } from '@/components/desk/focus/reload-page'
import { SentForm } from '@/components/desk/sent-form'
import { KIND_NAMES } from '@/lib/desk/deliveries/listed-receiver'

const KINDS = ['indexnow', 'websub', 'purge', 'webhook'] as const
type Kind = (typeof KINDS)[number]

/** The dialog that adds a receiver. */
export function AddReceiver() {
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<Kind>('indexnow')
  const [secret, setSecret] = useState<string | null>(null)
  const close = () => {
    setOpen(false)
    // The reloaded list shows the new receiver.
    if (secret !== null) reloadPage()
  }
  const send = async (typed: Record<string, string>) => {
    const response = await deskRequest('POST /api/desk/receivers', { form: typed })
    if (!response.ok) return response.problems
    if (response.answer.secret === null) {
      reloadPage()
      return 'leaving' as const
    }
    setSecret(response.answer.secret)
    return []
  }
  return (
    <>
      <Button look="main" onClick={() => setOpen(true)}>
        Add a receiver
      </Button>
      <Dialog title="Add a receiver" open={open} onClose={close}>
        {secret === null ? (
          <>
            <Field label="Whom to tell">
              <Select value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
                {KINDS.map((one) => (
                  <option key={one} value={one}>
                    {KIND_NAMES[one]}
                  </option>
                ))}
              </Select>
            </Field>
            <SentForm key={kind} button="Add" fields={RECEIVER_FIELDS} send={send}>
              {(problemOf) => <ReceiverFields kind={kind} known={null} problemOf={problemOf} />}
            </SentForm>
          </>
        ) : (
          <WebhookSecret secret={secret} />
        )}
      </Dialog>
    </>
  )
}
