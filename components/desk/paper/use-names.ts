'use client'

import { useEffect, useRef, useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import type { DeskResponse } from '@/components/desk/desk-request'
import { NAMES_PER_PAGE, type NamesPage } from '@/lib/desk/paper/listed-names'
import type { Problem } from '@/lib/desk/refusal'

/** How long typing must pause before the list is narrowed. */
const PAUSE_MS = 150

type Load<Item> = (query: { q: string; page: number }) => Promise<DeskResponse<NamesPage<Item>>>

/** A list of names that can be narrowed and continued, and what happened to it last. */
export interface Names<Item> extends NamesPage<Item> {
  words: string
  problems: Problem[]
  /** A sentence for the status line. */
  note: string
  search: (words: string) => void
  more: () => Promise<void>
  /** Loads the list anew and says what was done. */
  reload: (done: string) => Promise<void>
}

export function useNames<Item extends { id: number }>(initial: NamesPage<Item>, load: Load<Item>): Names<Item> {
  const [shown, setShown] = useState(initial)
  const [words, setWords] = useState('')
  const [note, setNote] = useState('')
  const [problems, setProblems] = useState<Problem[]>([])
  const answers = useAnswersInOrder()
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(pause.current), [])

  const show = async (q: string, page: number, before: Item[]): Promise<void> => {
    const response = await answers.read(() => load({ q, page }))
    if (response === null) return
    if (!response.ok) return setProblems(response.problems)
    setProblems([])
    const { items, total } = response.answer
    setShown({ items: [...before, ...items.filter(({ id }) => !before.some((one) => one.id === id))], total })
  }
  return {
    ...shown,
    words,
    problems,
    note,
    search: (typed) => {
      setWords(typed)
      setNote('')
      clearTimeout(pause.current)
      pause.current = setTimeout(() => void show(typed, 1, []), PAUSE_MS)
    },
    more: () => show(words, Math.floor(shown.items.length / NAMES_PER_PAGE) + 1, shown.items),
    reload: async (done) => {
      await show(words, 1, [])
      setNote(done)
    },
  }
}
