'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/desk/button'
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
  record: PictureRecord
  /** The focal point as it is chosen now. */
  point: Point
  onRecord: (record: PictureRecord) => void
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

/** The words and rights of a picture, saved together with its focal point. */
export function PictureForm({ record, point, onRecord }: Props) {
  const { id } = record.picture
  const [words, setWords] = useState<Words>(() => wordsOf(record))
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState('')
  const say = (part: Partial<Words>) => {
    setSaved('')
    setWords((before) => ({ ...before, ...part }))
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const { keywords, rightsCategory, ...plain } = words
    const response = await deskRequest('PUT /api/desk/pictures/[picture]', {
      params: { picture: id },
      input: {
        ...plain,
        keywords: keywords.split(',').map((word) => word.trim()),
        // What was not chosen anew is not sent: who may not decide may still save words.
        ...(rightsCategory !== (record.rightsCategory ?? '') && {
          rightsCategory: RIGHTS_CATEGORIES.find((category) => category === rightsCategory) ?? null,
        }),
        ...{ focalX: point.x / 100, focalY: point.y / 100 },
      },
    })
    const changed = response.ok ? await readRecord(id) : null
    setBusy(false)
    setProblems(response.ok ? [] : response.problems)
    if (!response.ok) return
    setSaved('Saved. Every page that shows it has these words.')
    if (changed) {
      setWords(wordsOf(changed))
      onRecord(changed)
    }
  }
  const problem = (field: string) => problems.find((one) => one.field === field)?.message
  return (
    <form className={styles.form} aria-label="Words and rights" onSubmit={(event) => void save(event)}>
      {FIELDS.map(({ name, label, ...rest }) => (
        <Field key={name} label={label} problem={problem(name)} hint={'hint' in rest ? rest.hint : undefined}>
          {name === 'caption' || name === 'alt' ? (
            <textarea rows={2} value={words[name]} onChange={({ target }) => say({ [name]: target.value })} />
          ) : (
            <input type="text" value={words[name]} onChange={({ target }) => say({ [name]: target.value })} />
          )}
        </Field>
      ))}
      <Field label="Rights" problem={problem('rightsCategory')} hint="On what terms it may be used.">
        <select value={words.rightsCategory} onChange={({ target }) => say({ rightsCategory: target.value })}>
          <option value="">Nobody has said</option>
          {RIGHTS_CATEGORIES.map((category) => (
            <option key={category} value={category}>
              {RIGHTS_CATEGORY_NAMES[category]}
            </option>
          ))}
        </select>
      </Field>
      <Problems problems={problems} besides={[...FIELDS.map(({ name }) => name), 'rightsCategory']} />
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
    ...{ alt, caption, credit, ...rights, place, restrictions },
    ...{ keywords: keywords.join(', '), rightsCategory: rightsCategory ?? '' },
  }
}
