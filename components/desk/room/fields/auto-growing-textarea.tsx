'use client'

import { type ComponentProps, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { mapSelection } from '@/components/desk/room/fields/map-selection'
import { useHydrated } from '@/components/desk/use-hydrated'
import styles from './auto-growing-textarea.module.css'

interface Props extends Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> {
  /** The accessible name, and what stands there while nothing does. */
  label: string
  value: string
  onText: (text: string) => void
  /** Enter ends the field, because its words are one paragraph. */
  onEnter?: () => void
}

/** Words that are written where and as they will be read: a field as tall as what is in it. */
export function AutoGrowingTextarea({ label, value, onText, onEnter, className, readOnly, ...rest }: Props) {
  const awake = useHydrated()
  const field = useRef<HTMLTextAreaElement>(null)
  /** What the field held and where the caret stood when whoever is here last touched it. */
  const touched = useRef({ value, start: 0, end: 0 })
  const touch = (area: HTMLTextAreaElement) => {
    touched.current = { value: area.value, start: area.selectionStart, end: area.selectionEnd }
  }
  useLayoutEffect(() => {
    const area = field.current
    const { value: before, ...selection } = touched.current
    if (!area || before === value) return
    if (document.activeElement === area) {
      const { start, end } = mapSelection(before, value, selection)
      area.setSelectionRange(start, end)
    }
    touched.current = { ...touched.current, value }
  }, [value])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the words
  useLayoutEffect(() => {
    const area = field.current
    if (!area || CSS.supports('field-sizing', 'content')) return
    area.style.blockSize = 'auto'
    area.style.blockSize = `${area.scrollHeight}px`
  }, [value])
  const keep = (event: KeyboardEvent) => {
    // While a word is being composed, Enter chooses it.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    onEnter?.()
  }
  return (
    <textarea
      ref={field}
      rows={1}
      aria-label={label}
      placeholder={label}
      {...rest}
      readOnly={readOnly || !awake}
      className={[styles.text, className].filter(Boolean).join(' ')}
      value={value}
      onKeyDown={keep}
      onSelect={(event) => touch(event.currentTarget)}
      onChange={(event) => {
        touch(event.target)
        onText(event.target.value.replace(/\s*\n\s*/g, ' '))
      }}
    />
  )
}
