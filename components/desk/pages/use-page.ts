'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { type DeskResponse, deskRequest } from '@/components/desk/desk-request'
import type { StoryEditorHandle } from '@/components/desk/editor/story-editor'
import type { PageView } from '@/lib/desk/pages/page-view'
import type { Problem } from '@/lib/desk/refusal'
import { same } from '@/lib/merging/same'
import { mergePages, type PageContent } from '@/lib/paper/page-content'
import { pageDraft } from './page-draft'

/** How long typing must pause before it is saved. */
const PAUSE_MS = 800
/** How long after a failure it is tried again. */
const RETRY_MS = 4000

/** A standing page that is open for writing. */
export interface OpenPage {
  page: PageView
  content: PageContent
  /** Where the words are, in a sentence. */
  saving: string
  isTroubled: boolean
  /** What happened last that the editor should know; empty for nothing. */
  note: string
  problems: Problem[]
  busy: boolean
  change: (part: Partial<PageContent>) => void
  attachEditor: (editor: StoryEditorHandle | null) => void
  /** Saves at once, then asks for something that concerns the saved version; whether it was done. */
  act: (ask: (version: number) => Promise<DeskResponse<PageView>>, done: string) => Promise<boolean>
}

/** Keeps what is typed on the device first, then saves it; two people in one page are merged as in a story. */
export function usePage(opened: PageView, wordsOfTime: (ms: number) => string): OpenPage {
  const [page, setPage] = useState(opened)
  const [content, setContent] = useState<PageContent>(opened.content)
  const [trouble, setTrouble] = useState('')
  const [note, setNote] = useState('')
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  /** The saved version and its content, from which the next save starts. */
  const saved = useRef({ version: opened.version, content: opened.content as PageContent })
  const current = useRef<PageContent>(opened.content)
  const editor = useRef<StoryEditorHandle | null>(null)
  const isApplying = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const answers = useAnswersInOrder()

  const show = useCallback((next: PageContent) => {
    const isOther = !same(next.body, current.current.body)
    current.current = next
    setContent(next)
    if (!isOther) return
    isApplying.current = true
    editor.current?.applyBody(next.body)
    isApplying.current = false
  }, [])

  const take = useCallback(
    (answer: PageView, sent: PageContent) => {
      const { content: next } = mergePages({ base: sent, mine: current.current, theirs: answer.content })
      saved.current = { version: answer.version, content: answer.content }
      setPage(answer)
      show(next)
    },
    [show],
  )

  const save = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    return answers.change(async () => {
      const sent = current.current
      if (same(sent, saved.current.content)) return true
      const response = await deskRequest('PUT /api/desk/pages/[page]', {
        params: { page: opened.id },
        input: { basedOn: saved.current.version, content: sent },
      })
      if (!response.ok) {
        setTrouble(response.problems[0]?.message ?? '')
        if (response.status === 0 || response.status >= 500) timer.current = setTimeout(() => void save(), RETRY_MS)
        return false
      }
      setTrouble('')
      const { page: answer, asideVersion } = response.answer
      if (asideVersion !== null) {
        setNote(
          `Somebody changed the same place meanwhile. Their words stand there; yours are version ${asideVersion} in the history.`,
        )
      }
      take(answer, sent)
      if (same(current.current, answer.content)) pageDraft.forget(opened.id)
      return true
    })
  }, [opened.id, take, answers])

  const change = useCallback(
    (part: Partial<PageContent>) => {
      if (isApplying.current) return
      current.current = { ...current.current, ...part }
      setContent(current.current)
      pageDraft.keep(opened.id, { ...saved.current, typed: current.current })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), PAUSE_MS)
    },
    [opened.id, save],
  )

  // What an earlier visit typed and the server did not get.
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const restore = () => {
      const draft = pageDraft.left(opened.id)
      if (!draft) return
      const { content: restored } = mergePages({ base: draft.content, mine: draft.typed, theirs: opened.content })
      if (same(restored, opened.content)) return pageDraft.forget(opened.id)
      // The editor of the text is made after the page.
      if (!document.querySelector('[role="textbox"][aria-multiline]')) {
        waiting = setTimeout(restore, 30)
        return
      }
      setNote('What you typed last time and had not reached the server is back in the text.')
      show(restored)
      void save()
    }
    const flush = () => void save()
    restore()
    window.addEventListener('pagehide', flush)
    return () => {
      clearTimeout(waiting)
      clearTimeout(timer.current)
      window.removeEventListener('pagehide', flush)
    }
  }, [opened.id, opened.content, show, save])

  const act: OpenPage['act'] = async (ask, done) => {
    setProblems([])
    setNote('')
    setBusy(true)
    const isSaved = await save()
    // No save runs beside it: an answer that came later would take the page back to an earlier version.
    const response = await answers.change(async () => {
      const answer = isSaved ? await ask(saved.current.version) : null
      if (answer?.ok) take(answer.answer, saved.current.content)
      if (answer && !answer.ok && answer.conflict) {
        const latest = await deskRequest('GET /api/desk/pages/[page]', { params: { page: opened.id } })
        if (latest.ok) take(latest.answer, saved.current.content)
      }
      return answer
    })
    setBusy(false)
    if (!response) {
      const message = 'What was typed has not reached the server yet. It is kept here; please try again in a moment.'
      setProblems([{ field: '', message }])
      return false
    }
    if (response.ok) {
      setNote(done)
      return true
    }
    if (response.conflict) {
      const { savedBy } = response.conflict
      setProblems([{ field: '', message: `${savedBy} saved this page meanwhile. Look at the text, then ask again.` }])
    } else setProblems(response.problems)
    return false
  }

  const isTyped = !same(content, page.content)
  const saving = trouble || (isTyped ? 'Saving …' : `Saved ${wordsOfTime(page.savedAt)}, ${page.savedBy}`)
  return {
    page,
    content,
    saving,
    note,
    problems,
    busy,
    change,
    act,
    isTroubled: trouble !== '',
    attachEditor: useCallback((handle: StoryEditorHandle | null) => {
      editor.current = handle
    }, []),
  }
}
