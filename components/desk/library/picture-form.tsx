'use client'

import { type FormEvent, useState } from 'react'
import type { AnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Button } from '@/components/desk/button'
import { Input, Select, Textarea } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import type { Point } from '@/components/desk/picture/focal-point'
import { Problems } from '@/components/desk/problems'
import type { PictureRecord } from '@/lib/desk/pictures/library-picture'
import type { Problem } from '@/lib/desk/refusal'
import { RIGHTS_CATEGORIES, RIGHTS_CATEGORY_NAMES } from '@/lib/pictures/use-rights'
import styles from './picture-page.module.css'
import { readRecord } from './read-record'

interface Props {
  /** The order of what is read and changed about the picture. */
  answers: AnswersInOrder
  record: PictureRecord
  /** The focal point as it is chosen now, and as it was before; null while it was not moved. */
  moved: MovedPoint | null
  /** Is told the picture as it is by now, and whether what was changed here is saved. */
  onRecord: (record: PictureRecord, isSaved: boolean) => void
}

const FIELDS = [
  { name: 'alt', label: 'Alt text', hint: 'What the picture shows, for those who do not see it. A story needs it.' },
  { name: 'caption', label: 'Caption' },
  { name: 'credit', label: 'Credit', hint: 'As readers see it beside the picture.' },
  { name: 'creator', label: 'Creator' },
  { name: 'copyright', label: 'Copyright' },
  { name: 'place', label: 'Place' },
  { name: 'keywords', label: 'Keywords', hint: 'With commas between them.' },
  {
    name: 'restrictions',
    label: 'What to heed',
    hint: 'Shown to whoever publishes it: “Not in print”, “Not with the story of …”.',
  },
  { name: 'licenceUrl', label: 'Address of the licence' },
  { name: 'acquireUrl', label: 'Where a licence can be had' },
] as const

type Words = Record<(typeof FIELDS)[number]['name'] | 'rightsCategory', string>

const FORM_FIELDS = [...FIELDS.map(({ name }) => name), 'rightsCategory'] as const

/** A focal point in hundredths that is not saved yet, and the stored one from which it was moved, in shares. */
export interface MovedPoint {
  point: Point
  from: Point
}

/** A field that is not saved yet, and what stood in it before it was changed. */
type Edits = Partial<Record<keyof Words, { value: string; from: string }>>

/** The words and rights of a picture, saved together with its focal point. Only what was changed is sent. */
export function PictureForm({ answers, record, moved, onRecord }: Props) {
  const { id } = record.picture
  const [edits, setEdits] = useState<Edits>({})
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState('')
  const stored = wordsOf(record)
  const shown = (name: keyof Words) => edits[name]?.value ?? stored[name]
  const say = (name: keyof Words, value: string) => {
    setSaved('')
    setEdits((before) => ({ ...before, [name]: { value, from: before[name]?.from ?? stored[name] } }))
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const changed = Object.entries(edits).filter(([, { value, from }]) => value !== from)
    const values = Object.fromEntries(changed.map(([name, { value }]) => [name, value]))
    const seen = Object.fromEntries(changed.map(([name, { from }]) => [name, from]))
    const point = moved && { x: moved.point.x / 100, y: moved.point.y / 100 }
    const input = { ...sentOf(values), ...focus(point), was: { ...sentOf(seen), ...focus(moved?.from) } }
    const response = await answers.change(() =>
      deskRequest('PUT /api/desk/pictures/[picture]', { params: { picture: id }, input }),
    )
    const now = await answers.read(() => readRecord(id))
    setBusy(false)
    setProblems(response.ok ? [] : response.problems)
    // What somebody else wrote meanwhile has been read in the refusal; whoever saves again replaces it.
    setEdits((present) => rebased(response.ok ? typedSince(edits, present) : present, now))
    if (now) onRecord(now, response.ok)
    if (response.ok) setSaved('Saved. Every page that shows it has these words.')
  }
  const problem = (field: string) => problems.find((one) => one.field === field)?.message
  return (
    <form className={styles.form} aria-label="Words and rights" onSubmit={(event) => void save(event)}>
      {FIELDS.map(({ name, label, ...rest }) => (
        <Field key={name} label={label} problem={problem(name)} hint={'hint' in rest ? rest.hint : undefined}>
          {name === 'caption' || name === 'alt' ? (
            <Textarea rows={2} value={shown(name)} onChange={({ target }) => say(name, target.value)} />
          ) : (
            <Input type="text" value={shown(name)} onChange={({ target }) => say(name, target.value)} />
          )}
        </Field>
      ))}
      <Field label="Rights" problem={problem('rightsCategory')} hint="On what terms it may be used.">
        <Select value={shown('rightsCategory')} onChange={({ target }) => say('rightsCategory', target.value)}>
          <option value="">Nobody has said</option>
          {RIGHTS_CATEGORIES.map((category) => (
            <option key={category} value={category}>
              {RIGHTS_CATEGORY_NAMES[category]}
            </option>
          ))}
        </Select>
      </Field>
      <Problems problems={problems} besides={[...FORM_FIELDS]} />
      <Choices>
        <Button type="submit" look="main" busy={busy} scripted>
          Save
        </Button>
        <span role="status" className={styles.saved}>
          {saved}
        </span>
      </Choices>
    </form>
  )
}

function wordsOf({ picture, place, keywords, restrictions, rightsCategory }: PictureRecord): Words {
  const { alt, caption, credit, rights } = picture
  return {
    alt,
    caption,
    credit,
    ...rights,
    place,
    restrictions,
    keywords: keywords.join(', '),
    rightsCategory: rightsCategory ?? '',
  }
}

/** Fields of the form as the endpoint takes them. */
function sentOf({ keywords, rightsCategory, ...plain }: Partial<Words>) {
  return {
    ...plain,
    ...(keywords !== undefined && {
      keywords: keywords
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean),
    }),
    ...(rightsCategory !== undefined && {
      rightsCategory: RIGHTS_CATEGORIES.find((category) => category === rightsCategory) ?? null,
    }),
  }
}

function focus(point: Point | null | undefined) {
  return point ? { focalX: point.x, focalY: point.y } : {}
}

/** What was typed while `sent` was on its way. */
function typedSince(sent: Edits, present: Edits): Edits {
  return Object.fromEntries(
    FORM_FIELDS.flatMap((name) => (present[name]?.value === sent[name]?.value ? [] : [[name, present[name]]])),
  )
}

/** The edits as changes of what is stored by now. */
function rebased(edits: Edits, record: PictureRecord | null): Edits {
  if (!record) return edits
  const stored = wordsOf(record)
  return Object.fromEntries(
    FORM_FIELDS.flatMap((name) => (edits[name] ? [[name, { value: edits[name].value, from: stored[name] }]] : [])),
  )
}
