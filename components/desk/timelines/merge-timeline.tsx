'use client'

import { useEffect, useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Button } from '@/components/desk/button'
import { Select } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices, Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import { Problems } from '@/components/desk/problems'
import type { Problem } from '@/lib/desk/refusal'
import type { ListedTimeline, OpenedTimeline } from '@/lib/desk/timelines/listed-timeline'

interface Props {
  /** The one that goes away. */
  timeline: OpenedTimeline
  onClose: () => void
}

/** Chooses the timeline that takes over the stories of another one. */
export function MergeTimeline({ timeline: { id, name, path }, onClose }: Props) {
  const [offered, setOffered] = useState<ListedTimeline[]>([])
  const [into, setInto] = useState('')
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  const answers = useAnswersInOrder()
  useEffect(() => {
    void answers
      .read(() => deskRequest('GET /api/desk/timelines'))
      .then((response) => {
        if (response?.ok) setOffered(response.answer.timelines.filter((other) => other.id !== id))
      })
    return () => answers.drop()
  }, [id, answers])
  const merge = async () => {
    if (!into) return setProblems([{ field: '', message: 'Choose the one that stays.' }])
    setBusy(true)
    const input = { into: Number(into) }
    const response = await deskRequest('POST /api/desk/timelines/[timeline]/merge', { params: { timeline: id }, input })
    setBusy(false)
    if (!response.ok) return setProblems(response.problems)
    location.assign(`/admin/timelines/${into}`)
  }
  return (
    <Dialog title={`Merge ${name}`} open onClose={onClose}>
      <Field
        label="The timeline that stays"
        hint={`${path} and its feeds will lead to it. It can be undone there for ninety days.`}
      >
        <Select value={into} onChange={({ target }) => setInto(target.value)}>
          <option value="">Choose one</option>
          {offered.map((other) => (
            <option key={other.id} value={other.id}>
              {other.name}
            </option>
          ))}
        </Select>
      </Field>
      <Problems problems={problems} />
      <Choices>
        <Button look="danger" busy={busy} onClick={() => void merge()}>
          Merge
        </Button>
        <Button onClick={onClose}>Not now</Button>
      </Choices>
    </Dialog>
  )
}
