'use client'

import { useState } from 'react'
import { deskRequest } from '@/components/desk/desk-request'
import { SentForm } from '@/components/desk/sent-form'
import type { Distribution } from '@/lib/paper/site-settings'
import styles from './distribution-form.module.css'

/** Settings of distribution: what feeds contain, and which AI crawlers are allowed. */
export function DistributionForm({ distribution }: { distribution: Distribution }) {
  const { feedText, aiCrawlers } = distribution
  const [saved, setSaved] = useState(false)
  const send = async (typed: Record<string, string>) => {
    setSaved(false)
    // Forms do not send unchecked boxes.
    const aiCrawlers = { training: 'training' in typed, search: 'search' in typed, visiting: 'visiting' in typed }
    const feedText = TEXTS.find(({ value }) => value === typed.feedText)?.value ?? distribution.feedText
    const response = await deskRequest('PUT /api/desk/settings/distribution', { input: { feedText, aiCrawlers } })
    if (!response.ok) return response.problems
    setSaved(true)
    return []
  }
  return (
    <SentForm button="Save the distribution" send={send}>
      <fieldset className={styles.choices}>
        <legend>Feeds carry</legend>
        {TEXTS.map(({ value, says }) => (
          <label key={value}>
            <input type="radio" name="feedText" value={value} defaultChecked={feedText === value} />
            <span>{says}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.choices}>
        <legend>Programs of artificial intelligence may fetch stories</legend>
        {CRAWLERS.map(({ name, says }) => (
          <label key={name}>
            <input type="checkbox" name={name} defaultChecked={aiCrawlers[name]} />
            <span>{says}</span>
          </label>
        ))}
        <p className={styles.hint}>robots.txt tells them so; it binds those that keep to it.</p>
      </fieldset>
      <p role="status">{saved ? 'Saved. Feeds and robots.txt say it already.' : ''}</p>
    </SentForm>
  )
}

const TEXTS = [
  { value: 'full', says: 'whole stories' },
  { value: 'summary', says: 'headlines and standfirsts' },
] as const

const CRAWLERS = [
  { name: 'training', says: 'to train models' },
  { name: 'search', says: 'to find and quote them in answers' },
  { name: 'visiting', says: 'when somebody asks for that very page' },
] as const
