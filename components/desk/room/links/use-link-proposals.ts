'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { AnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { deskRequest } from '@/components/desk/desk-request'
import { newElementId } from '@/components/desk/editor/document/element-ids'
import { putAfter, takeOut } from '@/components/desk/editor/document/put-elements'
import { useSession } from '@/components/desk/room/session/session-context'
import type { LinkSuggestion } from '@/lib/desk/articles/link-suggestion'
import type { Problem } from '@/lib/desk/refusal'
import { blocksOfSlot, isAutomatic } from '@/lib/linking/placement/filled-body'
import type { OpenSlots } from '@/lib/linking/placement/open-slots'
import { openSlots } from '@/lib/linking/placement/slots'
import { references } from '@/lib/linking/references'
import { type AssignedLinks, assignedLinks, swapped } from '@/lib/linking/suggesting/assigned-links'
import type { PairChoice } from '@/lib/linking/suggesting/pair-choice'

/** How long nothing was typed before proposals follow. */
const PAUSE_MS = 1500

/** What was done last, in a sentence, and how it is undone. */
export interface Done {
  says: string
  undo: () => Promise<void> | void
}

interface Proposals {
  suggestions: readonly LinkSuggestion[]
  links: AssignedLinks
  /** The ids of the blocks that the site placed by itself. */
  automatic: readonly string[]
  /** What publishing does with slots that are open then. */
  openSlots: OpenSlots
}

const NONE: Proposals = { suggestions: [], links: new Map(), automatic: [], openSlots: 'left' }

/**
 * Stories proposed for the open slots of the text, and what can be done with them. They follow the text after a pause, never
 * while `hold` says that a hand or the focus is on them.
 */
export function useLinkProposals() {
  const session = useSession()
  const [shown, setShown] = useState(NONE)
  const [done, setDone] = useState<Done | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  const latest = useRef(shown)
  const skipped = useRef(new Set<number>())
  const held = useRef({ isHeld: false, isWaiting: false })
  const [answers] = useState(() => new AnswersInOrder())

  const follow = useMemo(() => {
    let asked = 0
    /** Shows the proposals as the text is now. */
    const show = (change: Partial<Proposals> = {}) => {
      const { body, language } = session.manuscript
      const before = { ...latest.current, ...change }
      const onPage = new Set(references(body).map(({ article }) => article))
      const suggested = before.suggestions.map(({ id }) => id).filter((id) => !onPage.has(id))
      latest.current = {
        ...before,
        links: assignedLinks(openSlots(body, language), { suggested, before: before.links, skipped: skipped.current }),
        automatic: body.filter(isAutomatic).map(({ id }) => id),
      }
      setShown(latest.current)
    }
    /** Asks for suggestions when the saved text is another one, and there is room for them. */
    const refresh = async (isChanged = false) => {
      const { version } = session.savingReport
      const { body, language } = session.manuscript
      if (!openSlots(body, language).length || (asked === version && !isChanged)) return show()
      const response = await answers.read(() =>
        deskRequest('GET /api/desk/articles/[id]/link-suggestions', { params: { id: session.id } }),
      )
      if (!response?.ok) return
      asked = version
      if (held.current.isHeld && !isChanged) held.current.isWaiting = true
      else show(response.answer)
    }
    return { show, refresh }
  }, [session, answers])

  useEffect(() => {
    let timer = setTimeout(() => void follow.refresh(), 0)
    let { manuscript } = session
    let { version } = session.savingReport
    const end = session.subscribe(() => {
      if (manuscript === session.manuscript && version === session.savingReport.version) return
      manuscript = session.manuscript
      version = session.savingReport.version
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (held.current.isHeld) held.current.isWaiting = true
        else void follow.refresh()
      }, PAUSE_MS)
    })
    return () => {
      clearTimeout(timer)
      end()
      answers.drop()
    }
  }, [session, follow, answers])

  const hold = (isHeld: boolean) => {
    const { isWaiting } = held.current
    held.current = { isHeld, isWaiting: isHeld && isWaiting }
    if (!isHeld && isWaiting) void follow.refresh(true)
  }

  /** Puts the proposals for these slots into the text, as one thing to undo. */
  const take = (slots: readonly string[]) => {
    const placed: string[] = []
    for (const afterId of slots) {
      const links = latest.current.links.get(afterId) ?? []
      const blocks = blocksOfSlot(links, { newId: newElementId, isAutomatic: false })
      if (session.editor?.edit((state) => putAfter(state, afterId, blocks))) placed.push(...blocks.map(({ id }) => id))
    }
    flushSync(() => {
      follow.show()
      setDone({
        says: placed.length === 1 ? 'One block is in the text.' : `${placed.length} blocks are in the text.`,
        undo: () => void session.editor?.edit((state) => takeOut(state, placed)),
      })
    })
  }

  const swap = (id: number) => {
    skipped.current.add(id)
    const suggested = latest.current.suggestions.map((one) => one.id)
    const links = swapped(latest.current.links, { id, suggested, skipped: skipped.current })
    flushSync(() => follow.show({ links }))
  }

  /** Decides about a story for good; what is refused is gone from the proposals at once. */
  const decide = async (story: LinkSuggestion, choice: PairChoice | null, says: string, before: PairChoice | null) => {
    const response = await answers.change(() => sent(session.id, story.id, choice, before))
    setProblems(response.ok ? [] : response.problems)
    if (!response.ok) return
    const goes = choice === 'refused' || choice === 'never'
    const suggestions = latest.current.suggestions
      .filter(({ id }) => !goes || id !== story.id)
      .map((one) => (one.id === story.id ? { ...one, isPinned: choice === 'pinned' } : one))
    flushSync(() => {
      follow.show({ suggestions })
      setDone({
        says,
        undo: async () => {
          await answers.change(() => sent(session.id, story.id, before === 'pinned' ? 'pinned' : null, choice))
          await follow.refresh(true)
        },
      })
    })
  }

  const undo = async () => {
    await done?.undo()
    flushSync(() => {
      follow.show()
      setDone(null)
    })
  }

  const takeOutAutomatic = () => {
    session.editor?.edit((state) => takeOut(state, latest.current.automatic))
    flushSync(() => {
      follow.show()
      setDone(null)
    })
  }

  return { ...shown, done, problems, hold, take, swap, decide, undo, takeOutAutomatic }
}

export type LinkProposals = ReturnType<typeof useLinkProposals>

/** A refusal is for writers too; what holds for both stories, or for good, is for editors. */
function sent(id: number, target: number, choice: PairChoice | null, before: PairChoice | null) {
  const isRefusal = choice === 'refused' || (choice === null && before === 'refused')
  return isRefusal
    ? deskRequest('POST /api/desk/articles/[id]/link-refusals', {
        params: { id },
        input: { target, isRefused: choice === 'refused' },
      })
    : deskRequest('POST /api/desk/articles/[id]/link-pairs', { params: { id }, input: { target, choice } })
}
