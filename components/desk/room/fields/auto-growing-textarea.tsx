'use client'

import { type ComponentProps, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { isCompositionKey } from '@/components/composition-key'
import { Textarea } from '@/components/desk/controls'
import { useFindable } from '@/components/desk/editor/find/findable-fields'
import { mapSelection } from '@/components/desk/room/fields/map-selection'
import { typedSign } from '@/lib/text/typed-signs'
import styles from './auto-growing-textarea.module.css'

interface Props extends Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> {
  /** The accessible name, and the placeholder. */
  label: string
  value: string
  onText: (text: string) => void
  /** The language of the text, whose quotation marks and dashes it gets. */
  language: string
  /** Called for Enter, which types no line break: the text is one paragraph. */
  onEnter?: () => void
}

/** A textarea as tall as its text, without line breaks, that keeps the caret when somebody else changes the text. */
export function AutoGrowingTextarea({ label, value, language, onText, onEnter, className, readOnly, ...rest }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  useFindable({
    id: rest.id ?? label,
    name: label.toLowerCase(),
    value,
    write: readOnly ? null : onText,
    element: field,
  })
  /** The text and the selection at the editor's last input. */
  const lastInput = useRef({ value, start: 0, end: 0 })
  const remember = (area: HTMLTextAreaElement) => {
    lastInput.current = { value: area.value, start: area.selectionStart, end: area.selectionEnd }
  }
  useLayoutEffect(() => {
    const area = field.current
    const { value: before, ...selection } = lastInput.current
    if (!area || before === value) return
    if (document.activeElement === area) {
      const { start, end } = mapSelection(before, value, selection)
      area.setSelectionRange(start, end)
    }
    lastInput.current = { ...lastInput.current, value }
  }, [value])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const area = field.current
    if (!area || CSS.supports('field-sizing', 'content')) return
    area.style.blockSize = 'auto'
    area.style.blockSize = `${area.scrollHeight}px`
  }, [value])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isCompositionKey(event.nativeEvent) || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    onEnter?.()
  }
  return (
    <Textarea
      ref={field}
      rows={1}
      aria-label={label}
      placeholder={label}
      {...rest}
      readOnly={readOnly}
      className={[styles.text, className].filter(Boolean).join(' ')}
      value={value}
      onKeyDown={onKeyDown}
      onSelect={(event) => remember(event.currentTarget)}
      onChange={(event) => {
        remember(event.target)
        onText(event.target.value.replace(/\s*\n\s*/g, ' '))
        typeSign(event.target, event.nativeEvent, language)
      }}
    />
  )
}

/** Writes a sign that was just typed as the language does, as one step of the field's own history. Composed words stay. */
function typeSign(area: HTMLTextAreaElement, event: Event, language: string): void {
  if (!(event instanceof InputEvent) || event.inputType !== 'insertText') return
  const typed = event.data ?? ''
  const caret = area.selectionStart
  const sign = typed.length === 1 ? typedSign(area.value.slice(0, caret - 1), typed, language) : null
  if (!sign) return
  area.setSelectionRange(caret - sign.length, caret)
  // Setting the value would empty the history; no other command keeps it.
  document.execCommand('insertText', false, sign.words)
}
