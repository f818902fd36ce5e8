'use client'

import { useState } from 'react'
import { deskRequest } from '@/components/desk/desk-request'
import { SentForm } from '@/components/desk/sent-form'
import type { FoundTimelines } from '@/lib/linking/timelines/found-timelines'
import styles from './distribution-form.module.css'

const CHOICES = [
  { value: 'proposed', says: 'wait for an editor' },
  { value: 'published', says: 'are in the paper at once, and grow by themselves' },
] as const

/** What becomes of the timelines that the site finds. */
export function TimelinesForm({ foundTimelines }: { foundTimelines: FoundTimelines }) {
  const [saved, setSaved] = useState(false)
  const send = async (typed: Record<string, string>) => {
    setSaved(false)
    const chosen = typed.foundTimelines === 'published' ? 'published' : 'proposed'
    const response = await deskRequest('PUT /api/desk/settings/timelines', { input: { foundTimelines: chosen } })
    if (!response.ok) return response.problems
    setSaved(true)
    return []
  }
  return (
    <SentForm button="Save the timelines" send={send}>
      <fieldset className={styles.choices}>
        <legend>Timelines that the site finds</legend>
        {CHOICES.map(({ value, says }) => (
          <label key={value}>
            <input type="radio" name="foundTimelines" value={value} defaultChecked={foundTimelines === value} />
            <span>{says}</span>
          </label>
        ))}
        <p className={styles.hint}>
          A timeline has the stories of one event. What editors say about one is never undone by the site.
        </p>
      </fieldset>
      <p role="status">{saved ? 'Saved. It holds for what is found from now on.' : ''}</p>
    </SentForm>
  )
}
