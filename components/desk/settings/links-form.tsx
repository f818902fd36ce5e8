'use client'

import { useState } from 'react'
import { deskRequest } from '@/components/desk/desk-request'
import { SentForm } from '@/components/desk/sent-form'
import type { OpenSlots } from '@/lib/linking/placement/open-slots'
import styles from './distribution-form.module.css'

/** What publishing does with places for links that are still open. */
export function LinksForm({ openSlots }: { openSlots: OpenSlots }) {
  const [saved, setSaved] = useState(false)
  const send = async (typed: Record<string, string>) => {
    setSaved(false)
    const chosen = CHOICES.find(({ value }) => value === typed.openSlots)?.value ?? openSlots
    const response = await deskRequest('PUT /api/desk/settings/links', { input: { openSlots: chosen } })
    if (!response.ok) return response.problems
    setSaved(true)
    return []
  }
  return (
    <SentForm button="Save the links" send={send}>
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
      <p role="status">{saved ? 'Saved. It holds for what is published from now on.' : ''}</p>
    </SentForm>
  )
}

const CHOICES = [
  { value: 'left', says: 'stay open' },
  { value: 'filled', says: 'are filled by the site with related stories' },
] as const
