'use client'

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { isCompositionKey } from '@/components/composition-key'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { deskRequest } from '@/components/desk/desk-request'
import type { ControlAttributes } from '@/components/desk/field'
import { type DeskSuggestion, suggestionAddress } from '@/lib/desk/list/desk-suggestion'
import styles from './stories-search.module.css'

/** How long typing pauses before suggestions are asked for. */
const PAUSE_MS = 120

const KIND_NAMES = { section: 'Section', author: 'Author', story: '' }

interface Props {
  /** The words that are searched for. */
  words: string
  attributes: ControlAttributes
}

/**
 * The field for the words of the list, with what may be meant below it (WAI-ARIA, combobox with a list): choosing one
 * leads there, Enter without a choice searches. Without an answer it is a plain field.
 */
export function StoriesSearch({ words, attributes }: Props) {
  const [shown, setShown] = useState<DeskSuggestion[]>([])
  const [chosen, setChosen] = useState(-1)
  const answers = useAnswersInOrder()
  const pending = useRef<AbortController | null>(null)
  const listId = useId()
  useEffect(() => () => pending.current?.abort(), [])

  const hide = () => {
    pending.current?.abort()
    setShown([])
    setChosen(-1)
  }

  const ask = (field: HTMLInputElement) => {
    pending.current?.abort()
    const controller = new AbortController()
    pending.current = controller
    const { signal } = controller
    const timer = setTimeout(async () => {
      const input = { q: field.value }
      const response = await answers.read(() => deskRequest('GET /api/desk/search/suggestions', { input, signal }))
      if (response === null || signal.aborted || document.activeElement !== field) return
      setShown(response.ok ? response.answer.suggestions : [])
      setChosen(-1)
    }, PAUSE_MS)
    signal.addEventListener('abort', () => clearTimeout(timer))
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isCompositionKey(event.nativeEvent) || !shown.length) return
    const places = shown.length + 1
    const suggestion = shown[chosen]
    if (event.key === 'ArrowDown') setChosen(((chosen + 2) % places) - 1)
    else if (event.key === 'ArrowUp') setChosen(((chosen + places) % places) - 1)
    else if (event.key === 'Escape') hide()
    else if (event.key === 'Enter' && suggestion) location.assign(suggestionAddress(suggestion))
    else return
    event.preventDefault()
  }

  return (
    <div className={styles.search}>
      <input
        {...attributes}
        type="search"
        name="q"
        defaultValue={words}
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-activedescendant={chosen >= 0 ? `${listId}-${chosen}` : undefined}
        onInput={(event) => ask(event.currentTarget)}
        onKeyDown={onKeyDown}
        onBlur={hide}
      />
      <Suggestions id={listId} shown={shown} chosen={chosen} />
    </div>
  )
}

function Suggestions({ id, shown, chosen }: { id: string; shown: DeskSuggestion[]; chosen: number }) {
  return (
    <div className={styles.list} id={id} role="listbox" aria-label="Suggestions" hidden={!shown.length}>
      {shown.map((suggestion, place) => (
        <a
          key={`${suggestion.kind} ${suggestion.id}`}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === chosen}
          tabIndex={-1}
          href={suggestionAddress(suggestion)}
          // The field keeps the focus until the link is followed.
          onMouseDown={(event) => event.preventDefault()}
        >
          {suggestion.words || 'Without a headline'}
          {suggestion.kind === 'story' ? null : <span> {KIND_NAMES[suggestion.kind]}</span>}
        </a>
      ))}
    </div>
  )
}
