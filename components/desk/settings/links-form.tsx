'use client'

import { useState } from 'react'
import { deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { SentForm } from '@/components/desk/sent-form'
import { type BackLinkRule, MAX_BACK_LINKS_PER_DAY } from '@/lib/linking/back-links/back-link-rule'
import type { OpenSlots } from '@/lib/linking/placement/open-slots'
import styles from './distribution-form.module.css'

/** What publishing does with places for links that are still open, and with links from older stories. */
interface Props {
  openSlots: OpenSlots
  rule: BackLinkRule
  checksOutsideLinks: boolean
}

export function LinksForm({ openSlots, rule, checksOutsideLinks }: Props) {
  const [saved, setSaved] = useState(false)
  const send = async (typed: Record<string, string>) => {
    setSaved(false)
    const chosen = CHOICES.find(({ value }) => value === typed.openSlots)?.value ?? openSlots
    const backLinks = BACK_LINK_CHOICES.find(({ value }) => value === typed.backLinks)?.value ?? rule.backLinks
    const input = {
      openSlots: chosen,
      backLinks,
      backLinksPerDay: Number(typed.backLinksPerDay),
      checksOutsideLinks: 'outside' in typed,
    }
    const response = await deskRequest('PUT /api/desk/settings/links', { input })
    if (!response.ok) return response.problems
    setSaved(true)
    return []
  }
  return (
    <SentForm button="Save the links" send={send} fields={['backLinksPerDay']}>
      {(problemOf) => (
        <>
          <fieldset className={styles.choices}>
            <legend>Places for links that are open when a story is published</legend>
            {CHOICES.map(({ value, says }) => (
              <label key={value}>
                <input type="radio" name="openSlots" value={value} defaultChecked={openSlots === value} />
                <span>{says}</span>
              </label>
            ))}
            <p className={styles.hint}>
              What the site places is marked in the writing room and comes out with one press. A scheduled story gets it
              when it is scheduled.
            </p>
          </fieldset>
          <fieldset className={styles.choices}>
            <legend>Older stories that should link to a new one</legend>
            {BACK_LINK_CHOICES.map(({ value, says }) => (
              <label key={value}>
                <input type="radio" name="backLinks" value={value} defaultChecked={rule.backLinks === value} />
                <span>{says}</span>
              </label>
            ))}
            <Field label="Links that the site places in a day at most" problem={problemOf('backLinksPerDay')}>
              <input
                type="number"
                name="backLinksPerDay"
                min={1}
                max={MAX_BACK_LINKS_PER_DAY}
                defaultValue={rule.backLinksPerDay}
              />
            </Field>
            <p className={styles.hint}>
              What was placed stands at the link desk, where it can be taken back together. Readers see no new date.
            </p>
          </fieldset>
          <fieldset className={styles.choices}>
            <legend>Links to other sites</legend>
            <label>
              <input type="checkbox" name="outside" defaultChecked={checksOutsideLinks} />
              <span>are asked whether they still answer</span>
            </label>
            <p className={styles.hint}>
              A few an hour, each once a fortnight. The other sites learn the address of this one.
            </p>
          </fieldset>
          <p role="status">{saved ? 'Saved. It holds for what is published from now on.' : ''}</p>
        </>
      )}
    </SentForm>
  )
}

const BACK_LINK_CHOICES = [
  { value: 'off', says: 'are not looked for' },
  { value: 'proposed', says: 'wait at the link desk for an editor' },
  { value: 'filled', says: 'get the link from the site' },
] as const

const CHOICES = [
  { value: 'left', says: 'stay open' },
  { value: 'filled', says: 'are filled by the site with related stories' },
] as const
