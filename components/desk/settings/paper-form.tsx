'use client'

import { useState } from 'react'
import { deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { SentForm } from '@/components/desk/sent-form'
import type { SiteSettings } from '@/lib/article/article'
import { clockIn } from '@/lib/desk/settings/clock-in'

interface Props {
  paper: SiteSettings
  /** What can be chosen (lib/desk/settings/time-zones.ts). */
  zones: string[]
  /** Milliseconds since 1970, at which the page was made. */
  now: number
}

/** The settings of the site: name, organisation, time zone. */
export function PaperForm({ paper, zones, now }: Props) {
  const { organisation } = paper
  const [zone, setZone] = useState(paper.timeZone)
  const [saved, setSaved] = useState(false)
  const send = async (typed: Record<string, string>) => {
    setSaved(false)
    const response = await deskRequest('PUT /api/desk/settings/paper', { form: typed })
    if (!response.ok) return response.problems
    setSaved(true)
    return []
  }
  return (
    <SentForm button="Save the paper" fields={FIELDS} send={send}>
      {(problemOf) => (
        <>
          <Field label="Name of the paper" problem={problemOf('name')}>
            <input name="name" defaultValue={paper.name} maxLength={200} />
          </Field>
          <Field label="Tagline" problem={problemOf('tagline')}>
            <input name="tagline" defaultValue={paper.tagline} maxLength={200} />
          </Field>
          <Field
            label="Language"
            hint="A tag such as en, hi or pt-BR: the language of the paper’s own words, and of a new story."
            problem={problemOf('language')}
          >
            <input name="language" defaultValue={paper.language} maxLength={40} />
          </Field>
          <Field label="Time zone" hint={`It is ${clockIn(zone, now)} there.`} problem={problemOf('timeZone')}>
            <select name="timeZone" value={zone} onChange={(event) => setZone(event.target.value)}>
              {zones.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </Field>
          <Field label="Publisher" hint="The legal name, for the foot of every page." problem={problemOf('legalName')}>
            <input name="legalName" defaultValue={organisation.legalName} maxLength={200} />
          </Field>
          <Field label="E-mail of the newsroom" problem={problemOf('email')}>
            <input name="email" type="email" defaultValue={organisation.email} maxLength={200} />
          </Field>
          <Field label="Postal address" problem={problemOf('address')}>
            <input name="address" defaultValue={organisation.address} maxLength={200} />
          </Field>
          <Field label="Founded in" problem={problemOf('foundedYear')}>
            <input name="foundedYear" inputMode="numeric" defaultValue={organisation.foundedYear ?? ''} maxLength={4} />
          </Field>
          <p role="status">{saved ? 'Saved. Readers have it already.' : ''}</p>
        </>
      )}
    </SentForm>
  )
}

const FIELDS = ['name', 'tagline', 'language', 'timeZone', 'legalName', 'email', 'address', 'foundedYear']
