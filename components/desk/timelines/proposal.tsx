'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { Problems } from '@/components/desk/problems'
import type { PageClock } from '@/components/desk/wall-time/page-clock'
import { MAX_NAME_LENGTH } from '@/lib/desk/field-lengths'
import type { Problem } from '@/lib/desk/refusal'
import type { Proposal as Proposed } from '@/lib/desk/timelines/listed-timeline'
import { StoryLabel } from './story-label'
import styles from './timelines.module.css'

interface Props {
  proposal: Proposed
  clock: PageClock
  /** Called when an editor has decided about it, with what happened in words. */
  onDecided: (words: string) => Promise<void>
}

/** Stories that may be a timeline: an editor names it and puts it into the paper, or refuses it. */
export function Proposal({ proposal: { stories }, clock, onDecided }: Props) {
  const [name, setName] = useState(stories[0]?.headline ?? '')
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  const ids = stories.map(({ id }) => id)
  const decide = async (refuses: boolean) => {
    setBusy(true)
    const chosen = ids.filter((id) => !left.has(id))
    const response = refuses
      ? await deskRequest('POST /api/desk/timelines/refusals', { input: { stories: ids } })
      : await deskRequest('POST /api/desk/timelines', { input: { name, stories: chosen, without: [...left] } })
    setBusy(false)
    if (!response.ok) return setProblems(response.problems)
    await onDecided(refuses ? 'Refused. These stories are not proposed together again.' : `In the paper: ${name}.`)
  }
  return (
    <form
      className={styles.proposal}
      onSubmit={(event) => {
        event.preventDefault()
        void decide(false)
      }}
    >
      <fieldset>
        <legend>{stories.length} stories that may tell of one event</legend>
        <ul>
          {stories.map((story) => (
            <li key={story.id}>
              <label className={styles.story}>
                <Input
                  type="checkbox"
                  checked={!left.has(story.id)}
                  onChange={({ target }) => {
                    const next = new Set(left)
                    if (target.checked) next.delete(story.id)
                    else next.add(story.id)
                    setLeft(next)
                  }}
                />
                <StoryLabel story={story} clock={clock} />
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <Field label="Name of the timeline" problem={problems.find(({ field }) => field === 'name')?.message}>
        <Input
          value={name}
          maxLength={MAX_NAME_LENGTH}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
      <Problems problems={problems} besides={['name']} />
      <div className={styles.tools}>
        <Button type="submit" scripted look="main" busy={busy}>
          Put it into the paper
        </Button>
        <Button busy={busy} onClick={() => decide(true)}>
          Never propose these together
        </Button>
      </div>
    </form>
  )
}
