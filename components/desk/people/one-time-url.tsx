'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { Field } from '@/components/desk/field'
import styles from './people.module.css'

interface Props {
  label: string
  url: string
  /** The words of the button that copies it. */
  button?: string
  /** When it expires and whether it was mailed, in words. */
  about: string
}

/** A one-time link to pass on; it is shown once. */
export function OneTimeUrl({ label, url, button = 'Copy link', about }: Props) {
  const [message, setMessage] = useState('')
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(url).then(
      () => true,
      () => false,
    )
    setMessage(isCopied ? 'Copied.' : 'The browser did not allow it; select it and copy it.')
  }
  return (
    <div className={styles.handed}>
      <Field label={label} hint={about}>
        <input value={url} readOnly ref={takeFocus} onFocus={(event) => event.currentTarget.select()} />
      </Field>
      <p className={styles.actions}>
        <Button onClick={() => copy()}>{button}</Button>
        <span role="status">{message}</span>
      </p>
    </div>
  )
}

/** It gets the focus, because it was just requested. */
function takeFocus(field: HTMLInputElement | null): void {
  field?.focus()
}
