'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import { Problems } from '@/components/desk/problems'
import { SentForm } from '@/components/desk/sent-form'
import type { Problem } from '@/lib/desk/refusal'
import type { NamedThing } from '@/lib/desk/settings/named-things'
import styles from './settings.module.css'

/** An additional field of the form. */
export interface MoreField {
  name: string
  label: string
  hint?: string
  long?: boolean
  /** The options; without them a text field. */
  choices?: { value: string; label: string }[]
  /** Shown for new things only. */
  onceOnly?: boolean
}

interface Props {
  /** The word for one of them: section, topic, author. */
  one: string
  things: NamedThing[]
  /** The folder of their addresses below /api/desk/settings. */
  kind: 'sections' | 'topics' | 'authors'
  fields?: MoreField[]
  /** Whether they can be moved, as only sections can. */
  ordered?: boolean
}

/** The sections, topics or authors, with the dialog that changes or adds one. */
export function NamedThings({ one, things, kind, fields = [], ordered = false }: Props) {
  const [open, setOpen] = useState<NamedThing | 'new' | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  const move = async ({ id }: NamedThing, to: 'up' | 'down') => {
    const response = await deskRequest('POST /api/desk/settings/sections/[id]/move', { params: { id }, input: { to } })
    if (response.ok) location.reload()
    else setProblems(response.problems)
  }
  const known = open === 'new' ? null : open
  const asked = fields.filter(({ onceOnly }) => !known || !onceOnly)
  const send = async (typed: Record<string, string>) => {
    const response = known
      ? await deskRequest(`PUT /api/desk/settings/${kind}/[id]`, { params: { id: known.id }, form: typed })
      : await deskRequest(`POST /api/desk/settings/${kind}`, { form: typed })
    if (!response.ok) return response.problems
    location.reload()
    return 'leaving' as const
  }
  return (
    <>
      <Problems problems={problems} />
      {things.length ? (
        <ul className={styles.things}>
          {things.map((thing) => (
            <li key={thing.id} className={styles.thing} data-depth={Math.min(thing.depth, 3)}>
              <span className={styles.name}>{thing.name}</span>
              <a className={styles.path} href={thing.path}>
                {thing.path}
              </a>
              <span className={styles.acts}>
                {ordered ? (
                  <>
                    <Button look="quiet" aria-label={`Move ${thing.name} up`} onClick={() => void move(thing, 'up')}>
                      ↑
                    </Button>
                    <Button
                      look="quiet"
                      aria-label={`Move ${thing.name} down`}
                      onClick={() => void move(thing, 'down')}
                    >
                      ↓
                    </Button>
                  </>
                ) : null}
                <Button look="quiet" aria-label={`Change ${thing.name}`} onClick={() => setOpen(thing)}>
                  Change
                </Button>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.none}>There is no {one} yet.</p>
      )}
      <Button onClick={() => setOpen('new')}>Add {withArticle(one)}</Button>
      <Dialog
        title={known ? `Change ${known.name}` : `Add ${withArticle(one)}`}
        open={open !== null}
        onClose={() => setOpen(null)}
      >
        <SentForm
          key={known?.id ?? 'new'}
          button={known ? 'Save' : 'Add'}
          fields={['name', 'slug', ...asked.map(({ name }) => name)]}
          send={send}
        >
          {(problemOf) => (
            <>
              <Field label="Name" problem={problemOf('name')}>
                <input name="name" defaultValue={known?.name} maxLength={200} autoComplete="off" />
              </Field>
              <Field
                label="Address"
                hint={known ? 'The old address will lead to the new one.' : 'Leave it empty to make it from the name.'}
                problem={problemOf('slug')}
              >
                <input name="slug" defaultValue={known?.slug} maxLength={80} autoComplete="off" />
              </Field>
              {asked.map((field) => (
                <Field key={field.name} label={field.label} hint={field.hint} problem={problemOf(field.name)}>
                  {control(field, known?.more[field.name] ?? '')}
                </Field>
              ))}
            </>
          )}
        </SentForm>
      </Dialog>
    </>
  )
}

function control({ name, long, choices }: MoreField, value: string) {
  if (choices) {
    return (
      <select name={name} defaultValue={value}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    )
  }
  return long ? (
    <textarea name={name} defaultValue={value} maxLength={2000} rows={4} />
  ) : (
    <input name={name} defaultValue={value} maxLength={200} autoComplete="off" />
  )
}

function withArticle(one: string): string {
  return `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`
}
