'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { type KeyboardEvent, useState } from 'react'
import { isCompositionKey } from '@/components/composition-key'
import type { Named } from '@/components/desk/room/session/room-choices'
import { useHydrated } from '@/components/desk/use-hydrated'
import { cleanName } from '@/lib/text/clean-name'
import { nameKey, nameSearchKey } from '@/lib/text/name-key'
import styles from './combobox.module.css'

interface Props {
  label: string
  /** What can still be chosen. */
  choices: Named[]
  onChoose: (choice: Named) => void
  /** Takes a name that is not among the choices; without it only these can be chosen. */
  onNewName?: (name: string) => void
  /** Makes what is called so and is not among the choices, under these words; without it nothing is made here. */
  make?: { words: (name: string) => string; onMake: (name: string) => void }
  /** Called when the field gets the focus. */
  onFocus?: () => void
  id?: string
  disabled?: boolean
}

/** One of the choices, or the typed name that is none of them, as it is or to be made. */
type Option = { kind: 'choice'; choice: Named } | { kind: 'new' | 'make'; name: string; words: string }

const MAX_OPTIONS = 8

/** A field that finds sections, topics or authors by name: type, then choose with arrows and Enter, or with the pointer. */
export function Combobox({ label, choices, onChoose, onNewName, make, onFocus, id, disabled }: Props) {
  const isHydrated = useHydrated()
  const [query, setQuery] = useState('')
  const [isOpen, setOpen] = useState(false)
  // The library renders an input with a style attribute beside its own, which the Content-Security-Policy forbids in HTML.
  if (!isHydrated) {
    return (
      <div className={styles.box}>
        <input type="text" aria-label={label} placeholder={label} autoComplete="off" disabled />
      </div>
    )
  }
  const options = [
    ...matchingChoices(choices, query),
    ...newNames(choices, query, { acceptsNew: onNewName !== undefined, make }),
  ]
  const isListShown = isOpen && options.length > 0
  const choose = (option: Option) => {
    if (option.kind === 'choice') onChoose(option.choice)
    else if (option.kind === 'make') make?.onMake(option.name)
    else onNewName?.(option.name)
    setQuery('')
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent & { preventBaseUIHandler: () => void }) => {
    if (isCompositionKey(event.nativeEvent)) return
    if (event.key === 'Enter') event.preventDefault()
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !isOpen) {
      event.preventDefault()
      event.preventBaseUIHandler()
      setOpen(true)
    }
    if (event.key !== 'Escape') return
    event.preventBaseUIHandler()
    if (isOpen) event.stopPropagation()
    setOpen(false)
  }
  return (
    <Autocomplete.Root
      inline
      open={isListShown}
      onOpenChange={setOpen}
      mode="none"
      autoHighlight="always"
      keepHighlight
      items={options}
      itemToStringValue={optionText}
      value={query}
      onValueChange={(typed, { reason }) => {
        if (reason !== 'input-change') return
        setQuery(typed)
        setOpen(true)
      }}
      {...(disabled !== undefined && { disabled })}
    >
      <div className={styles.box}>
        <Autocomplete.Input
          id={id}
          type="text"
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          // An inline list counts as open to the library, whether it is shown or not.
          aria-expanded={isListShown}
          {...(!isListShown && { 'aria-activedescendant': undefined })}
          onKeyDown={onKeyDown}
          onFocus={() => {
            setOpen(true)
            onFocus?.()
          }}
          onBlur={() => setOpen(false)}
        />
        <Autocomplete.List
          className={styles.list}
          aria-label="What was found"
          hidden={!isListShown}
          // The field keeps the focus, or the list would close before the click.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
        >
          {(option: Option) => (
            <Autocomplete.Item
              key={option.kind === 'choice' ? option.choice.id : option.words}
              value={option}
              onClick={() => choose(option)}
            >
              {option.kind === 'choice' ? option.choice.name : option.words}
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
      </div>
    </Autocomplete.Root>
  )
}

/** Names that begin with the query, then names that contain it. */
function matchingChoices(choices: Named[], query: string): Option[] {
  const folded = nameSearchKey(query)
  const starts = choices.filter(({ name }) => nameSearchKey(name).startsWith(folded))
  const contains = choices.filter(
    ({ name }) => !nameSearchKey(name).startsWith(folded) && nameSearchKey(name).includes(folded),
  )
  return [...starts, ...contains].slice(0, MAX_OPTIONS).map((choice) => ({ kind: 'choice', choice }))
}

/** The query as a name that is none of the choices: taken as it is, to be made, or both, where that is allowed. */
function newNames(
  choices: Named[],
  query: string,
  { acceptsNew, make }: { acceptsNew: boolean; make: Props['make'] },
): Option[] {
  const name = cleanName(query)
  if (name === '' || choices.some((choice) => nameKey(choice.name) === nameKey(name))) return []
  return [
    ...(acceptsNew ? [{ kind: 'new' as const, name, words: `“${name}”` }] : []),
    ...(make ? [{ kind: 'make' as const, name, words: make.words(name) }] : []),
  ]
}

function optionText(option: Option): string {
  return option.kind === 'choice' ? option.choice.name : option.name
}
