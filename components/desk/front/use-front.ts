'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { type DeskResponse, deskRequest } from '@/components/desk/desk-request'
import type { FrontStory, FrontView } from '@/lib/desk/front/front-view'
import type { Problem } from '@/lib/desk/refusal'
import type { ArrangementChange } from '@/lib/front/arrangement-change'

/** How often the desk looks for what colleagues changed. */
const LOOK_EVERY_MS = 4000

/** The desk of one front: what it shows, and the ways to change it. */
export interface Front {
  view: FrontView
  /** The id of the section; null for the front page. */
  section: number | null
  problems: Problem[]
  /** What happened last, for screen readers and as a line on the page. */
  note: string
  busy: boolean
  /** A story by its id; undefined when it has left the store. */
  story: (id: number) => FrontStory | undefined
  /** Makes one change of the arrangement; false when it was refused. `focus` is the story whose card gets the focus. */
  change: (change: ArrangementChange, done: string, focus?: number) => Promise<boolean>
  /** Sends a request that answers with the front; false when it was refused. */
  send: (request: () => Promise<DeskResponse<FrontView>>, done: string) => Promise<boolean>
  /** Reads the front anew. */
  reload: () => Promise<void>
  /** The instant of the server. */
  now: () => Date
  timeZone: string
}

interface Start {
  initialView: FrontView
  section: number | null
  /** The instant at which the server made the page, in milliseconds. */
  startedAt: number
  timeZone: string
}

export function useFront({ initialView, section, startedAt, timeZone }: Start): Front {
  const [view, setView] = useState(initialView)
  const [problems, setProblems] = useState<Problem[]>([])
  const [note, setNote] = useState('')
  const [running, setRunning] = useState(0)
  const focusNext = useRef<number | null>(null)
  const loadedAt = useRef(Date.now())
  const answers = useAnswersInOrder()

  const ask = useCallback(
    () => deskRequest('GET /api/desk/front', { input: section === null ? {} : { section } }),
    [section],
  )
  const show = useCallback((response: DeskResponse<FrontView> | null) => {
    if (!response?.ok) return
    const { answer } = response
    setView((shown) => {
      if (answer.version > shown.version && answer.savedBy) setNote(`${answer.savedBy} changed this front.`)
      return answer
    })
  }, [])
  const reload = useCallback(async () => show(await answers.read(ask)), [answers, ask, show])

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void answers.poll(ask).then(show)
    }, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [answers, ask, show])

  useEffect(() => {
    const id = focusNext.current
    if (id === null) return
    focusNext.current = null
    const card = document.querySelector<HTMLElement>(`[data-card="${id}"] button`)
    ;(card ?? document.querySelector<HTMLElement>('#main h1'))?.focus()
  })

  const send = async (request: () => Promise<DeskResponse<FrontView>>, done: string): Promise<boolean> => {
    setRunning((count) => count + 1)
    const response = await answers.change(request)
    setRunning((count) => count - 1)
    if (!response.ok) {
      setProblems(response.problems)
      setNote('')
      return false
    }
    setProblems([])
    setNote(done)
    setView(response.answer)
    return true
  }

  return {
    view,
    section,
    problems,
    note,
    timeZone,
    send,
    reload,
    busy: running > 0,
    story: (id) => view.stories.find((story) => story.id === id),
    change: async (change, done, focus) => {
      const isDone = await send(() => deskRequest('POST /api/desk/front/changes', { input: { section, change } }), done)
      if (isDone && focus !== undefined) focusNext.current = focus
      return isDone
    },
    now: () => new Date(startedAt + Date.now() - loadedAt.current),
  }
}
