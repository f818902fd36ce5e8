'use client'

import { useState } from 'react'
import styles from '@/components/desk/account/account.module.css'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Input } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Problems } from '@/components/desk/problems'
import { MAIL_TOPICS, type MailTopic } from '@/lib/desk/notifications/notification'
import type { Problem } from '@/lib/desk/refusal'

const NAMES: Readonly<Record<MailTopic, string>> = {
  mentions: 'When somebody mentions or answers me in a comment',
  assignments: 'When somebody assigns a story to me',
  reviews:
    'When a story of mine is returned or goes out without a picture, or a version that I sent out is commented on, approved or refused',
  fronts: 'When an edition that I planned loses a picture',
}

interface Props {
  initial: Record<MailTopic, boolean>
  /** Those that this person can get. */
  topics: readonly MailTopic[]
  /** Whether the site sends e-mails at all. */
  hasMail: boolean
}

/** Which notifications the signed-in user gets by e-mail; each press of a switch is saved at once. */
export function MailChoices({ initial, topics, hasMail }: Props) {
  const [wanted, setWanted] = useState(initial)
  const [problems, setProblems] = useState<Problem[]>([])
  const [message, setMessage] = useState('')
  const answers = useAnswersInOrder()
  const choose = async (topic: MailTopic, isWanted: boolean) => {
    setWanted((before) => ({ ...before, [topic]: isWanted }))
    setMessage('')
    const response = await answers.change(() =>
      deskRequest('POST /api/desk/account/mails', { input: { topic, isWanted } }),
    )
    setProblems(response.ok ? [] : response.problems)
    if (response.ok) return setMessage('Saved.')
    setWanted((before) => ({ ...before, [topic]: !isWanted }))
  }
  return (
    <section className={styles.part} aria-labelledby="mails">
      <h2 id="mails">E-mails</h2>
      <p className={styles.about}>
        {hasMail
          ? 'What you are told at the desk also comes by e-mail. Choose what does; at the desk it stands in any case.'
          : 'This site sends no e-mails yet: whoever runs it has to name a mail server. What you choose here holds from then on.'}
      </p>
      <div className={styles.choices}>
        {MAIL_TOPICS.filter((topic) => topics.includes(topic)).map((topic) => (
          <label key={topic} className={styles.choice}>
            <Input
              type="checkbox"
              checked={wanted[topic]}
              onChange={({ target }) => void choose(topic, target.checked)}
            />
            <span>{NAMES[topic]}</span>
          </label>
        ))}
      </div>
      <p role="status" className={styles.when}>
        {message}
      </p>
      <Problems problems={problems} />
    </section>
  )
}
