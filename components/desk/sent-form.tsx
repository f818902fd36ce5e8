'use client'

import { type ReactNode, useState } from 'react'
import { Button, type ButtonLook } from '@/components/desk/button'
import { Problems } from '@/components/desk/problems'
import type { Problem } from '@/lib/desk/refusal'
import styles from './sent-form.module.css'

/** The result of submitting a form: problems, or that the browser is leaving the page. */
export type Sent = Problem[] | 'leaving'

interface Props {
  /** The text of the submit button. */
  button: string
  look?: ButtonLook
  send: (typed: Record<string, string>) => Promise<Sent>
  /** Names of the fields that show their own problems. */
  fields?: string[]
  children?: ReactNode | ((problemOf: (field: string) => string | undefined) => ReactNode)
}

/** A form that a script submits, once at a time; problems are shown at the fields or above the button. */
export function SentForm({ button, look = 'main', send, fields = [], children }: Props) {
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])

  const sendOnce = async (form: HTMLFormElement) => {
    if (busy) return
    setBusy(true)
    setProblems([])
    const typed = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
    const sent = await send(typed).catch(() => [
      { field: '', message: 'The server cannot be reached. Please try again in a moment.' },
    ])
    if (sent === 'leaving') return
    setProblems(sent)
    setBusy(false)
    const wrong = sent.find(({ field }) => fields.includes(field))
    const control = wrong && form.elements.namedItem(wrong.field)
    if (control instanceof HTMLElement) control.focus()
  }

  return (
    <form
      className={styles.form}
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void sendOnce(event.currentTarget)
      }}
    >
      {typeof children === 'function'
        ? children((field) => problems.find((problem) => problem.field === field)?.message)
        : children}
      <Problems problems={problems} besides={fields} />
      <Button type="submit" scripted look={look} busy={busy}>
        {button}
      </Button>
    </form>
  )
}
