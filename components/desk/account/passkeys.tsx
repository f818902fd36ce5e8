'use client'

import { useState } from 'react'
import styles from '@/components/desk/account/account.module.css'
import { authClient, entranceProblems } from '@/components/desk/authentication/auth-client'
import { Button } from '@/components/desk/button'
import { Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import { reloadPage } from '@/components/desk/focus/reload-page'
import { Problems } from '@/components/desk/problems'
import { SentForm } from '@/components/desk/sent-form'
import type { Problem } from '@/lib/desk/refusal'
import { isBlank } from '@/lib/text/visible-text'

const MAX_NAME_LENGTH = 60

export interface OwnPasskey {
  id: string
  name: string
  /** The day it was created, in words. */
  since: string
}

interface Props {
  passkeys: OwnPasskey[]
  /** The name of a new passkey, unless its owner changes it. */
  device: string
}

/** The passkeys of the signed-in user. */
export function Passkeys({ passkeys, device }: Props) {
  const [naming, setNaming] = useState<OwnPasskey | 'new' | null>(null)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])

  const remove = async ({ id }: OwnPasskey) => {
    setBusy(true)
    setProblems([])
    const { error } = await authClient.passkey.deletePasskey({ id })
    if (!error) return reloadPage()
    setProblems(entranceProblems(error))
    setBusy(false)
  }
  const keep = async ({ name = '' }: Record<string, string>) => {
    if (isBlank(name)) return [{ field: 'name', message: 'Enter a name by which you will know it.' }]
    const { error } =
      naming === 'new'
        ? await authClient.passkey.addPasskey({ name: name.trim() })
        : await authClient.passkey.updatePasskey({ id: naming?.id ?? '', name: name.trim() })
    if (error) return entranceProblems(error)
    reloadPage()
    return 'leaving' as const
  }

  return (
    <section className={styles.part} aria-labelledby="passkeys">
      <h2 id="passkeys">Passkeys</h2>
      <p className={styles.about}>
        A passkey signs you in with the lock of your device, by finger, face or PIN. It cannot be guessed, and it opens
        no other site.
      </p>
      <ul className={styles.rows} hidden={!passkeys.length}>
        {passkeys.map((passkey) => (
          <li key={passkey.id} className={styles.row}>
            <span>
              {passkey.name}
              <span className={styles.when}>{passkey.since ? `Since ${passkey.since}` : null}</span>
            </span>
            <span className={styles.actions}>
              <Button look="quiet" aria-label={`Rename ${passkey.name}`} onClick={() => setNaming(passkey)}>
                Rename
              </Button>
              <Button look="quiet" busy={busy} aria-label={`Remove ${passkey.name}`} onClick={() => remove(passkey)}>
                Remove
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <Problems problems={problems} />
      <Button onClick={() => setNaming('new')}>Add a passkey</Button>
      <Dialog
        title={naming === 'new' ? 'Add a passkey' : 'Rename the passkey'}
        open={naming !== null}
        onClose={() => setNaming(null)}
      >
        <SentForm button={naming === 'new' ? 'Add' : 'Rename'} fields={['name']} send={keep}>
          {(problemOf) => (
            <Field label="Name" hint="So that you know it among your passkeys." problem={problemOf('name')}>
              <input
                name="name"
                autoComplete="off"
                maxLength={MAX_NAME_LENGTH}
                defaultValue={naming === 'new' ? device : (naming?.name ?? '')}
              />
            </Field>
          )}
        </SentForm>
      </Dialog>
    </section>
  )
}
