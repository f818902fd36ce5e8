'use client'

import { type RefObject, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { deskRequest } from '@/components/desk/desk-request'
import { useArticle, useSession } from '@/components/desk/room/session/session-context'
import type { Problem } from '@/lib/desk/refusal'
import type { StoryTimeline } from '@/lib/desk/timelines/story-timeline'

/** A request that may be refused. */
type Sent = Promise<{ ok: true } | { ok: false; problems: Problem[] }>

/** Sends a request, and shows where the story stands then, with what happened in words. */
export type ActOnTimeline = (send: () => Sent, words: string) => Promise<void>

const ADDRESS = 'GET /api/desk/articles/[id]/timeline'

/** Where the story of the room stands among the timelines. What acts on it may take away what has the focus in `part`. */
export function useTimeline(part: RefObject<HTMLElement | null>) {
  const session = useSession()
  const state = useArticle((story) => story.state)
  const [shown, setShown] = useState<StoryTimeline | null>(null)
  const [done, setDone] = useState('')
  const [problems, setProblems] = useState<Problem[]>([])
  const answers = useAnswersInOrder()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is proposed depends on the state
  useEffect(() => {
    const ask = () => session.firstAnswers.take(ADDRESS) ?? deskRequest(ADDRESS, { params: { id: session.id } })
    void answers.read(ask).then((response) => {
      if (response?.ok) setShown(response.answer)
    })
    return () => answers.drop()
  }, [session, state, answers])

  const act: ActOnTimeline = async (send, words) => {
    const sent = await answers.change(send)
    // Also after a refusal: somebody else may have moved the story meanwhile.
    const response = await answers.read(() => deskRequest(ADDRESS, { params: { id: session.id } }))
    flushSync(() => {
      setProblems(sent.ok ? [] : sent.problems)
      setDone(sent.ok ? words : '')
      if (response?.ok) setShown(response.answer)
    })
    const { activeElement } = document
    if (!activeElement || activeElement === document.body) part.current?.focus()
  }
  return { shown, done, problems, act }
}
