'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { Input, Select } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices, Dialog } from '@/components/desk/dialog'
import { deskServices } from '@/components/desk/editor/desk-services'
import { Field } from '@/components/desk/field'
import { Problems } from '@/components/desk/problems'
import { StoryPicker } from '@/components/desk/story-picker/story-picker'
import type { FoundStory } from '@/lib/desk/archive/found-story'
import { nearInstant } from '@/lib/desk/near-instant'
import type { Problem } from '@/lib/desk/refusal'
import { LABEL_MAX_LENGTH, STRIP_MAX_LENGTH } from '@/lib/front/edition'
import { HOUR_MS } from '@/lib/time/durations'
import { useFrontDesk } from './front-context'
import styles from './front-desk.module.css'

const SERVICES = deskServices(null)

/** How long a line stays up, in hours; 0 until somebody takes it down. */
const LIVES = [
  { hours: 0.5, words: 'half an hour' },
  { hours: 1, words: 'an hour' },
  { hours: 3, words: '3 hours' },
  { hours: 12, words: '12 hours' },
  { hours: 0, words: 'until somebody takes it down' },
] as const

interface Props {
  /** The story of the room from which somebody came to raise it; null otherwise. */
  from: Pick<FoundStory, 'id' | 'headline'> | null
}

/** The line of breaking news: what is up, and raising another one. It does not wait for the front to be published. */
export function BreakingNews({ from }: Props) {
  const { front } = useFrontDesk()
  const { strip } = front.view
  const [open, setOpen] = useState(from !== null)
  const [problems, setProblems] = useState<Problem[]>([])
  const takeDown = async () => {
    const response = await deskRequest('POST /api/desk/front/strip/take-down')
    setProblems(response.ok ? [] : response.problems)
    await front.reload()
  }
  const end = strip?.endsAt ?? null
  return (
    <section className={styles.breaking} aria-label="Breaking news">
      {strip ? (
        <p>
          <strong>{strip.label}</strong>{' '}
          {strip.text || (strip.articleId === null ? '' : (front.story(strip.articleId)?.headline ?? ''))}
          <span className={styles.facts}>
            {' '}
            · {strip.raisedBy} ·{' '}
            {end === null
              ? 'until somebody takes it down'
              : `until ${nearInstant(new Date(end), { now: front.now(), timeZone: front.timeZone })}`}
          </span>
        </p>
      ) : (
        <p className={styles.facts}>No breaking news is up.</p>
      )}
      <Button look="quiet" onClick={() => setOpen(true)}>
        {strip ? 'Replace it' : 'Raise breaking news'}
      </Button>
      {strip ? (
        <Button look="quiet" onClick={() => takeDown()}>
          Take it down
        </Button>
      ) : null}
      <Problems problems={problems} />
      {open ? <RaiseDialog from={from} onClose={() => setOpen(false)} /> : null}
    </section>
  )
}

function RaiseDialog({ from, onClose }: Props & { onClose: () => void }) {
  const { front } = useFrontDesk()
  const [label, setLabel] = useState('Breaking')
  const [text, setText] = useState('')
  const [link, setLink] = useState('')
  const [hours, setHours] = useState<number>(1)
  const [story, setStory] = useState(from)
  const [problems, setProblems] = useState<Problem[]>([])
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  const raise = async () => {
    const endsAt = hours ? front.now().getTime() + hours * HOUR_MS : null
    const response = await deskRequest('POST /api/desk/front/strip', {
      input: { label, text, articleId: story?.id ?? null, link: story ? null : link.trim() || null, endsAt },
    })
    if (!response.ok) return setProblems(response.problems)
    await front.reload()
    onClose()
  }
  return (
    <Dialog title="Breaking news" open onClose={onClose}>
      <div className={styles.form}>
        <Field label="Label" problem={problemOf('label')}>
          <Input
            type="text"
            maxLength={LABEL_MAX_LENGTH}
            value={label}
            onChange={(event) => setLabel(event.target.value)}
          />
        </Field>
        <Field
          label="The line"
          problem={problemOf('text')}
          {...(story && { hint: `Leave it empty for the headline: “${story.headline}”.` })}
        >
          <Input
            type="text"
            maxLength={STRIP_MAX_LENGTH}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        {story ? (
          <p>
            Leads to “{story.headline}”.{' '}
            <Button look="quiet" onClick={() => setStory(null)}>
              Lead elsewhere
            </Button>
          </p>
        ) : (
          <>
            <StoryPicker
              archive={{ services: SERVICES, articleId: null, timeZone: front.timeZone }}
              label="Story to which it leads"
              exclude={[]}
              onStory={setStory}
            />
            <Field label="Or an address" problem={problemOf('link')} hint="Leave it empty for a line that only tells.">
              <Input type="text" value={link} onChange={(event) => setLink(event.target.value)} />
            </Field>
          </>
        )}
        <Field label="It is up for" problem={problemOf('endsAt')}>
          <Select value={hours} onChange={(event) => setHours(Number(event.target.value))}>
            {LIVES.map((life) => (
              <option key={life.hours} value={life.hours}>
                {life.words}
              </option>
            ))}
          </Select>
        </Field>
        <Problems problems={problems} besides={['label', 'text', 'link', 'endsAt']} />
      </div>
      <Choices>
        <Button look="main" onClick={() => raise()}>
          Raise it now
        </Button>
      </Choices>
    </Dialog>
  )
}
