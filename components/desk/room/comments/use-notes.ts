'use client'

import { useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { type DeskResponse, deskRequest } from '@/components/desk/desk-request'
import { useArticle, useSession } from '@/components/desk/room/session/session-context'
import type { Mentionable } from '@/lib/comments/mentions'
import type { Passage } from '@/lib/comments/passage'
import { MAX_NOTES, NOTES_AT_FIRST, type Note } from '@/lib/desk/articles/note'
import type { Problem } from '@/lib/desk/refusal'

/** How often comments of others are loaded. */
const POLL_MS = 30_000

/** A comment that is sent. */
export interface SentNote {
  words: string
  passage?: Passage
  replyTo?: number
}

/** What the desk answers about the comments of a story. */
interface Thread {
  notes: Note[]
  older: number
}

/** The comments on the story of the room, and the ways to add to them. */
export function useNotes(mayWrite: boolean) {
  const session = useSession()
  const state = useArticle((story) => story.state)
  const [thread, setThread] = useState<Thread>({ notes: [], older: 0 })
  const [newest, setNewest] = useState(NOTES_AT_FIRST)
  const [people, setPeople] = useState<Mentionable[]>([])
  const [problems, setProblems] = useState<Problem[]>([])
  const answers = useAnswersInOrder()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of state adds a note
  useEffect(() => {
    const address = 'GET /api/desk/articles/[id]/notes'
    const ask = () =>
      session.firstAnswers.take(address) ?? deskRequest(address, { params: { id: session.id }, input: { newest } })
    const show = (response: DeskResponse<Thread> | null) => {
      if (response?.ok) setThread((shown) => (isSame(shown, response.answer) ? shown : response.answer))
    }
    void answers.read(ask).then(show)
    const timer = setInterval(() => void answers.poll(ask).then(show), POLL_MS)
    return () => {
      answers.drop()
      clearInterval(timer)
    }
  }, [session, state, newest, answers])
  useEffect(() => {
    if (!mayWrite) return
    const address = 'GET /api/desk/articles/[id]/people'
    const request = session.firstAnswers.take(address) ?? deskRequest(address, { params: { id: session.id } })
    void request.then((response) => {
      if (response.ok) setPeople(response.answer.people)
    })
  }, [session, mayWrite])
  const showOlder = useCallback(() => setNewest((before) => Math.min(before + NOTES_AT_FIRST, MAX_NOTES)), [])
  const change = async (send: () => Promise<DeskResponse<Thread>>): Promise<boolean> => {
    const response = await answers.change(send)
    setProblems(response.ok ? [] : response.problems)
    // On the page at once, so that the focus can follow a thread that moves.
    if (response.ok) flushSync(() => setThread(response.answer))
    return response.ok
  }
  return {
    ...thread,
    showOlder,
    people,
    problems,
    send: (note: SentNote) =>
      change(() =>
        deskRequest('POST /api/desk/articles/[id]/notes', {
          params: { id: session.id },
          input: { ...note, version: session.savingReport.version, newest },
        }),
      ),
    resolve: (note: number, isOpen: boolean) =>
      change(() =>
        deskRequest('POST /api/desk/articles/[id]/notes/[note]/resolve', {
          params: { id: session.id, note },
          input: { isOpen, newest },
        }),
      ),
  }
}

/** What was loaded again is mostly what is shown already. */
function isSame(a: Thread, b: Thread): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
