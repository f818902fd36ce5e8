'use client'

import { useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { deskRequest } from '@/components/desk/desk-request'
import { Combobox } from '@/components/desk/room/fields/combobox'
import type { Named } from '@/components/desk/room/session/room-choices'
import { useSession } from '@/components/desk/room/session/session-context'
import type { ActOnTimeline } from './use-timeline'

/** Puts the story into a timeline of its language, or into a new one of a name that none has. */
export function TimelineChoice({ act }: { act: ActOnTimeline }) {
  const session = useSession()
  const [choices, setChoices] = useState<Named[]>([])
  const answers = useAnswersInOrder()
  /** The list may be long, and most who open the room do not look at it. */
  const ask = async () => {
    const response = await answers.read(() =>
      deskRequest('GET /api/desk/articles/[id]/timeline-choices', { params: { id: session.id } }),
    )
    if (response?.ok) setChoices(response.answer.timelines)
  }
  const stories = [session.id]
  const putInto = ({ id, name }: Named) => {
    const add = () =>
      deskRequest('POST /api/desk/timelines/[timeline]/stories', { params: { timeline: id }, input: { stories } })
    void act(add, `In ${name}.`)
  }
  const make = (name: string) => {
    void act(() => deskRequest('POST /api/desk/timelines', { input: { name, stories } }), `In the paper: ${name}.`)
  }
  return (
    <Combobox
      label="Put it into a timeline"
      choices={choices}
      onFocus={() => void ask()}
      onChoose={putInto}
      make={{ words: (name) => `Make the timeline “${name}”`, onMake: make }}
    />
  )
}
