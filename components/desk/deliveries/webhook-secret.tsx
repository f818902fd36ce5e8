'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { Field } from '@/components/desk/field'
import styles from './deliveries.module.css'

/** The secret that signs requests to a webhook, for its receiver; it is shown once. */
export function WebhookSecret({ secret }: { secret: string }) {
  const [message, setMessage] = useState('')
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(secret).then(
      () => true,
      () => false,
    )
    setMessage(isCopied ? 'Copied.' : 'The browser did not allow it; select the secret and copy it.')
  }
  return (
    <div className={styles.secret}>
      <Field
        label="Signing secret"
        hint="Whoever receives the webhook checks its signature with it. It is not shown again."
      >
        <input value={secret} readOnly onFocus={(event) => event.currentTarget.select()} />
      </Field>
      <p className={styles.actions}>
        <Button onClick={() => copy()}>Copy secret</Button>
        <span role="status">{message}</span>
      </p>
    </div>
  )
}
