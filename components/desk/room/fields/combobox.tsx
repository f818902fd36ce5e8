'use client'

import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import type { Named } from '@/components/desk/room/session/room-choices'
import styles from './combobox.module.css'

interface Props {
  label: string
  /** What can still be chosen. */
  choices: Named[]
  onChoose: (choice: Named) => void
  /** Takes words that are nobody's name yet; without it only what is offered can be chosen. */
  onNewName?: (words: string) => void
  id?: string
  disabled?: boolean
}

const MAX_OPTIONS = 8

/** A field that finds things of the paper by their names: type, then choose with arrows and Enter, or with the pointer. */
export function Combobox({ label, choices, onChoose, onNewName: onWords, id, disabled }: Props) {
  const own = useId()
  const [words, setWords] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const found = useMemo(() => matching(choices, words), [choices, words])
  const free = onWords && words.trim() !== '' && !found.some(({ name }) => fold(name) === fold(words))
  const count = found.length + (free ? 1 : 0)
  const current = Math.min(at, count - 1)
  const choose = (index: number) => {
    const choice = found[index]
    if (choice) onChoose(choice)
    else if (free) onWords(words.trim())
    else return
    setWords('')
    setAt(0)
    setOpen(false)
  }
  const steer = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      if (open && count) setAt((current + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (open) choose(current)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
    }
  }
  return (
    <div className={styles.box}>
      <input
        id={id}
        type="text"
        role="combobox"
        aria-label={label}
        placeholder={label}
        aria-expanded={open && count > 0}
        aria-controls={`${own}list`}
        aria-autocomplete="list"
        aria-activedescendant={open && count > 0 ? `${own}${current}` : undefined}
        autoComplete="off"
        disabled={disabled}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
          setOpen(true)
        }}
        onKeyDown={steer}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      {/* The focus stays in the field, which names the current choice. */}
      <div
        className={styles.list}
        id={`${own}list`}
        role="listbox"
        aria-label="What was found"
        hidden={!open || count === 0}
      >
        {[...found.map(({ name }) => name), ...(free ? [`“${words.trim()}”`] : [])].map((name, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: as said above
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
          <div
            key={name}
            id={`${own}${index}`}
            role="option"
            aria-selected={index === current}
            // The field keeps the focus, or the list would be gone before the click.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(index)}
          >
            {name}
          </div>
        ))}
      </div>
    </div>
  )
}

function matching(choices: Named[], words: string): Named[] {
  const wanted = fold(words)
  const starts = choices.filter(({ name }) => fold(name).startsWith(wanted))
  const holds = choices.filter(({ name }) => !fold(name).startsWith(wanted) && fold(name).includes(wanted))
  return [...starts, ...holds].slice(0, MAX_OPTIONS)
}

/** Letters without case and accents, as somebody in a hurry types them. */
function fold(words: string): string {
  return words
    .trim()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}
