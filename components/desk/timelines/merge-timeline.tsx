'use client'

import { useEffect, useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices, Dialog } from '@/components/desk/dialog'
import { FoundChoice } from '@/components/desk/paper/found-choice'
import { Problems } from '@/components/desk/problems'
import type { Problem } from '@/lib/desk/refusal'
import type { ListedTimeline, OpenedTimeline } from '@/lib/desk/timelines/listed-timeline'

interface Props {
  /** The one that goes away. */
  timeline: OpenedTimeline
  onClose: () => void
}

const MAX_OFFERED = 8

/** Chooses the timeline that takes over the stories of another one. */
export function MergeTimeline({ timeline: { id, name, path }, onClose }: Props) {
  const [words, setWords] = useState('')
  const [offered, setOffered] = useState<ListedTimeline[]>([])
  const [chosen, setChosen] = useState<ListedTimeline | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  const answers = useAnswersInOrder()
  useEffect(() => {
    void answers
      .read(() => deskRequest('GET /api/desk/timelines', { input: { q: words } }))
      .then((response) => {
        if (response?.ok) setOffered(response.answer.items.filter((other) => other.id !== id).slice(0, MAX_OFFERED))
      })
    return () => answers.drop()
  }, [id, words, answers])
  const merge = async () => {
    if (!chosen) return setProblems([{ field: '', message: 'Choose the one that stays.' }])
    setBusy(true)
    const input = { into: chosen.id }
    const response = await deskRequest('POST /api/desk/timelines/[timeline]/merge', { params: { timeline: id }, input })
    setBusy(false)
    if (!response.ok) return setProblems(response.problems)
    location.assign(`/admin/timelines/${chosen.id}`)
  }
  return (
    <Dialog title={`Merge ${name}`} open onClose={onClose}>
      <FoundChoice
        label="Find the timeline that stays"
        hint={`${path} and its feeds will lead to it. It can be undone there for ninety days.`}
        none="No other timeline has this name."
        onSearch={setWords}
        onChoose={setChosen}
        words={words}
        offered={offered}
        chosen={chosen}
      />
      <Problems problems={problems} />
      <Choices>
        <Button look="danger" busy={busy} onClick={() => merge()}>
          {chosen ? `Merge into ${chosen.name}` : 'Merge'}
        </Button>
        <Button onClick={onClose}>Not now</Button>
      </Choices>
    </Dialog>
  )
}
