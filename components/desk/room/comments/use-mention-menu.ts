'use client'

import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { isCompositionKey } from '@/components/composition-key'
import { type Mentionable, mentionBeingTyped, peopleCalled } from '@/lib/comments/mentions'

const MAX_OFFERED = 6

interface Terms {
  area: RefObject<HTMLTextAreaElement | null>
  words: string
  people: Mentionable[]
  onWords: (words: string) => void
}

/** The names that are offered behind an at sign: chosen with the arrows and Enter or Tab, put away with Escape. */
export function useMentionMenu({ area, words, people, onWords }: Terms) {
  const id = useId()
  const [caret, setCaret] = useState(0)
  const [active, setActive] = useState(0)
  const [putAway, setPutAway] = useState<number | null>(null)
  const typing = mentionBeingTyped(words, caret)
  const isOpen = typing !== null && typing.from !== putAway
  const offered = isOpen ? peopleCalled(typing.typed, people).slice(0, MAX_OFFERED) : []
  const chosen = offered[Math.min(active, offered.length - 1)]
  const choose = (person: Mentionable) => {
    if (!typing) return
    const before = `${words.slice(0, typing.from)}@${person.name} `
    // On the page at once: a letter that is typed next belongs behind the name.
    flushSync(() => {
      onWords(before + words.slice(caret).trimStart())
      setPutAway(typing.from)
      setCaret(before.length)
    })
    area.current?.focus()
    area.current?.setSelectionRange(before.length, before.length)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!chosen || isCompositionKey(event.nativeEvent)) return
    if (event.key === 'ArrowDown') setActive((at) => (at + 1) % offered.length)
    else if (event.key === 'ArrowUp') setActive((at) => (at + offered.length - 1) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen)
    else if (event.key === 'Escape') setPutAway(typing?.from ?? null)
    else return
    event.preventDefault()
  }
  return {
    id,
    offered,
    chosen,
    choose,
    optionId: (person: Mentionable) => `${id}-${person.id}`,
    attributes: {
      onKeyDown,
      onSelect: () => {
        setCaret(area.current?.selectionStart ?? 0)
        setActive(0)
      },
      onBlur: () => setCaret(0),
      'aria-autocomplete': 'list' as const,
      'aria-controls': offered.length ? id : undefined,
      'aria-activedescendant': chosen ? `${id}-${chosen.id}` : undefined,
    },
  }
}

export type MentionMenuState = ReturnType<typeof useMentionMenu>
