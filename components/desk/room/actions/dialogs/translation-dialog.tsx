'use client'

import { useState } from 'react'
import { Dialog } from '@/components/desk/dialog'
import { deskServices } from '@/components/desk/editor/desk-services'
import { Problems } from '@/components/desk/problems'
import { useSession } from '@/components/desk/room/session/session-context'
import { StoryPicker } from '@/components/desk/story-picker/story-picker'
import type { FoundStory } from '@/lib/desk/archive/found-story'

/** Chooses the story that this one translates. Choosing a translation means its original. */
export function TranslationDialog() {
  const session = useSession()
  const [archive] = useState(() => ({
    services: deskServices(session.id),
    articleId: session.id,
    timeZone: session.choices.timeZone,
  }))
  const [problem, setProblem] = useState('')
  const choose = ({ id, headline, translationOfId }: FoundStory) => {
    if (translationOfId === session.id) return setProblem(`“${headline}” is a translation of this story.`)
    session.change({ translationOfId: translationOfId ?? id })
    session.showDialog(null)
  }
  return (
    <Dialog title="Translation of" open onClose={() => session.showDialog(null)}>
      <StoryPicker archive={archive} label="Find the original" exclude={[]} onStory={choose} />
      <Problems problems={problem ? [{ field: '', message: problem }] : []} />
    </Dialog>
  )
}
