'use client'

import { useState } from 'react'
import { Field } from '@/components/desk/field'
import { ActionDialog } from '@/components/desk/room/actions/action-dialog'

/** Submits a draft for review, or returns it to its writer, with a message. */
export function ReviewDialog({ to }: { to: 'review' | 'writer' }) {
  const [words, setWords] = useState('')
  const toReview = to === 'review'
  const verb = toReview ? 'Send to review' : 'Return to the writer'
  return (
    <ActionDialog title={verb} verb={verb} action={{ path: toReview ? 'submit' : 'return', words: words.trim() }}>
      <p>
        {toReview
          ? 'An editor looks at it before it is published.'
          : 'It becomes a draft again, and its writer can go on.'}
      </p>
      <Field
        label={toReview ? 'Message to the reviewer' : 'Message to the writer'}
        hint="It stays with the story, among its comments."
      >
        <textarea maxLength={5000} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
    </ActionDialog>
  )
}
