'use client'

import { useId } from 'react'
import { Textarea } from '@/components/desk/controls'
import { isBlank } from '@/lib/text/visible-text'
import styles from './inline-field.module.css'

interface Props {
  label: string
  value: string
  hint?: string | undefined
  required?: boolean
  onChange: (value: string) => void
  onBlur?: () => void
}

/** A line of words that belongs to an element: it reads as it will on the page, and can be written in. */
export function InlineField({ label, value, hint, required, onChange, onBlur: onLeave }: Props) {
  const id = useId()
  return (
    <div className={styles.line}>
      <label className={styles.label} htmlFor={id} lang="en" dir="ltr">
        {label}
      </label>
      <Textarea
        id={id}
        className={styles.words}
        dir="auto"
        rows={1}
        value={value}
        placeholder={hint}
        required={required}
        aria-invalid={required && isBlank(value) ? true : undefined}
        onChange={({ target }) => onChange(target.value.replaceAll('\n', ' '))}
        onBlur={onLeave}
      />
    </div>
  )
}
