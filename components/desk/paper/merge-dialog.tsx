'use client'

import { useEffect, useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices, Dialog } from '@/components/desk/dialog'
import { Problems } from '@/components/desk/problems'
import type { Problem } from '@/lib/desk/refusal'
import { FoundChoice } from './found-choice'
import type { NamedRow } from './names-table'

const MAX_OFFERED = 8

interface Props {
  kind: 'topics' | 'authors'
  /** The one that goes away. */
  from: NamedRow
  onClose: () => void
  onDone: (words: string) => Promise<void>
}

/** Chooses the topic or author that takes over the stories of another one. */
export function MergeDialog({ kind, from, onClose, onDone }: Props) {
  const [words, setWords] = useState('')
  const [offered, setOffered] = useState<NamedRow[]>([])
  const [chosen, setChosen] = useState<NamedRow | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  const answers = useAnswersInOrder()
  useEffect(() => {
    const ask = () => deskRequest(`GET /api/desk/${kind}`, { input: { q: words } })
    void answers.read(ask).then((response) => {
      if (!response?.ok) return
      const others = (response.answer.items as NamedRow[]).filter(({ id }) => id !== from.id)
      setOffered(others.slice(0, MAX_OFFERED))
    })
    return () => answers.drop()
  }, [kind, words, from.id, answers])
  const merge = async () => {
    if (!chosen) return setProblems([{ field: '', message: 'Choose the one that stays.' }])
    setBusy(true)
    const input = { into: chosen.id }
    const response =
      kind === 'topics'
        ? await deskRequest('POST /api/desk/topics/[topic]/merge', { params: { topic: from.id }, input })
        : await deskRequest('POST /api/desk/authors/[author]/merge', { params: { author: from.id }, input })
    setBusy(false)
    if (!response.ok) return setProblems(response.problems)
    await onDone(`Merged: ${from.name} is ${chosen.name} now, with ${storiesOf(response.answer.stories)} more.`)
  }
  return (
    <Dialog title={`Merge ${from.name}`} open onClose={onClose}>
      <FoundChoice
        label={`Find the ${kind === 'topics' ? 'topic' : 'author'} that stays`}
        none="Nothing else has this name."
        onSearch={setWords}
        onChoose={setChosen}
        words={words}
        offered={offered}
        chosen={chosen}
      />
      {chosen ? (
        <p>
          {storiesOf(from.stories)} of {from.name} will be with {chosen.name}. {from.path} and its feeds will lead to{' '}
          {chosen.path}. {from.name} goes away; this cannot be undone.
        </p>
      ) : null}
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

function storiesOf(count: number): string {
  return count === 1 ? '1 story' : `${count.toLocaleString('en-GB')} stories`
}
