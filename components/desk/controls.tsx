'use client'

import type { ComponentProps } from 'react'
import { useHydrated } from '@/components/desk/use-hydrated'

/* Native controls whose value React holds. Until the page is hydrated they take nothing: it would be lost. */

/** An `<input>` that keeps its value in React. */
export function Input({ readOnly, disabled, ...rest }: ComponentProps<'input'>) {
  const isHydrated = useHydrated()
  // Only what is typed into can be read-only in HTML; the rest is disabled for as long.
  const isTyped = !PICKED.has(rest.type ?? 'text')
  return (
    <input {...rest} readOnly={readOnly || (isTyped && !isHydrated)} disabled={disabled || (!isTyped && !isHydrated)} />
  )
}

/** A `<textarea>` that keeps its value in React. */
export function Textarea({ readOnly, ...rest }: ComponentProps<'textarea'>) {
  const isHydrated = useHydrated()
  return <textarea {...rest} readOnly={readOnly || !isHydrated} />
}

/** A `<select>` that keeps its value in React. */
export function Select({ disabled, ...rest }: ComponentProps<'select'>) {
  const isHydrated = useHydrated()
  return <select {...rest} disabled={disabled || !isHydrated} />
}

/** The types that HTML knows no `readonly` for (https://html.spec.whatwg.org/multipage/input.html#the-readonly-attribute). */
const PICKED = new Set(['checkbox', 'radio', 'file', 'range', 'color'])
