'use client'

import { useState } from 'react'
import { Dialog } from '@/components/desk/dialog'
import { deskServices } from '@/components/desk/editor/desk-services'
import { StoryPicker } from '@/components/desk/editor/insert/story-picker'
import { Problems } from '@/components/desk/problems'
import { useRoom } from '@/components/desk/room/session/session-context'
import type { FoundStory } from '@/lib/desk/found-story'

/** Asks which story this one tells in another language. Whoever chooses a translation means its original. */
export function TranslationQuestion() {
  const room = useRoom()
  const [archive] = useState(() => ({
    services: deskServices(room.id),
    self: room.id,
    timeZone: room.choices.timeZone,
  }))
  const [problem, setProblem] = useState('')
  const choose = ({ id, headline, translationOfId }: FoundStory) => {
    if (translationOfId === room.id) return setProblem(`“${headline}” is a translation of this story.`)
    room.change({ translationOfId: translationOfId ?? id })
    room.ask(null)
  }
  return (
    <Dialog title="Translation of" open onClose={() => room.ask(null)}>
      <StoryPicker archive={archive} label="Find the original" without={[]} onStory={choose} />
      <Problems problems={problem ? [{ field: '', message: problem }] : []} />
    </Dialog>
  )
}
