'use client'

import { useState } from 'react'
import { Select } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { SentForm } from '@/components/desk/sent-form'
import { MAX_EMAIL_LENGTH, MAX_NAME_LENGTH } from '@/lib/desk/field-lengths'
import { clockIn } from '@/lib/desk/settings/clock-in'
import type { LanguageChoice } from '@/lib/desk/settings/paper-languages'
import type { ZoneChoice } from '@/lib/desk/settings/time-zones'
import type { SiteSettings } from '@/lib/paper/site-settings'

interface Props {
  paper: SiteSettings
  languages: LanguageChoice[]
  /** By part of the world. */
  zones: { region: string; zones: ZoneChoice[] }[]
  /** Milliseconds since 1970, at which the page was made. */
  now: number
}

/** The settings of the site: name, organisation, time zone. */
export function PaperForm({ paper, languages, zones, now }: Props) {
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
            <input name="name" defaultValue={paper.name} maxLength={MAX_NAME_LENGTH} />
          </Field>
          <Field label="Tagline" problem={problemOf('tagline')}>
            <input name="tagline" defaultValue={paper.tagline} maxLength={MAX_NAME_LENGTH} />
          </Field>
          <Field
            label="Language"
            hint="Of the paper’s own words, of its standing pages, and of a new story."
            problem={problemOf('language')}
          >
            <select name="language" defaultValue={paper.language}>
              {languages.map(({ tag, name }) => (
                <option key={tag} value={tag}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
          <Field label="Time zone" hint={`It is ${clockIn(zone, now)} there.`} problem={problemOf('timeZone')}>
            <Select name="timeZone" value={zone} onChange={(event) => setZone(event.target.value)}>
              {zones.map(({ region, zones: ofRegion }) => (
                <optgroup key={region} label={region}>
                  {ofRegion.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </optgroup>
              ))}
            </Select>
          </Field>
          <Field label="Publisher" hint="The legal name, for the foot of every page." problem={problemOf('legalName')}>
            <input name="legalName" defaultValue={organisation.legalName} maxLength={MAX_NAME_LENGTH} />
          </Field>
          <Field label="E-mail of the newsroom" problem={problemOf('email')}>
            <input name="email" type="email" defaultValue={organisation.email} maxLength={MAX_EMAIL_LENGTH} />
          </Field>
          <Field label="Postal address" problem={problemOf('address')}>
            <input name="address" defaultValue={organisation.address} maxLength={MAX_NAME_LENGTH} />
          </Field>
          <Field label="Founded in" problem={problemOf('foundedYear')}>
            <input
              name="foundedYear"
              inputMode="numeric"
              defaultValue={organisation.foundedYear ?? ''}
              maxLength={YEAR_DIGITS}
            />
          </Field>
          <p role="status">{saved ? 'Saved. Readers have it already.' : ''}</p>
        </>
      )}
    </SentForm>
  )
}

const YEAR_DIGITS = 4
const FIELDS = ['name', 'tagline', 'language', 'timeZone', 'legalName', 'email', 'address', 'foundedYear']
