'use client'

import { useState } from 'react'
import { authClient, entranceProblems } from '@/components/desk/authentication/auth-client'
import { Button } from '@/components/desk/button'
import { Field } from '@/components/desk/field'
import { type Sent, SentForm } from '@/components/desk/sent-form'
import styles from './authentication-page.module.css'

interface Props {
  onDone: () => Sent
  onBack: () => void
}

/** The second step after the password: a code of the authenticator, or a backup code. */
export function SecondStep({ onDone, onBack }: Props) {
  const [by, setBy] = useState<'app' | 'backup'>('app')
  return (
    <>
      <SentForm
        key={by}
        button="Sign in"
        send={async (typed) => {
          const code = (typed.code ?? '').replace(/\s/g, '')
          const verify = by === 'app' ? authClient.twoFactor.verifyTotp : authClient.twoFactor.verifyBackupCode
          const { error } = await verify({ code })
          return error ? entranceProblems(error) : onDone()
        }}
      >
        {by === 'app' ? (
          <Field label="Code" hint="The six digits that your authenticator shows now.">
            <input name="code" autoComplete="one-time-code" inputMode="numeric" ref={takeFocus} />
          </Field>
        ) : (
          <Field label="Backup code" hint="One of those you kept when you set up the second step. Each works once.">
            <input name="code" autoComplete="off" spellCheck={false} ref={takeFocus} />
          </Field>
        )}
      </SentForm>
      <div className={styles.or}>
        <Button look="quiet" onClick={() => setBy(by === 'app' ? 'backup' : 'app')}>
          {by === 'app' ? 'Use a backup code' : 'Use the authenticator'}
        </Button>
        <Button look="quiet" onClick={onBack}>
          Back to e-mail and password
        </Button>
      </div>
    </>
  )
}

/** The field replaces the one that had the focus. */
function takeFocus(field: HTMLInputElement | null): void {
  field?.focus()
}
