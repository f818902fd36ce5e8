'use client'

import { useState } from 'react'
import { Textarea } from '@/components/desk/controls'
import { Field } from '@/components/desk/field'
import { ActionDialog } from '@/components/desk/room/actions/action-dialog'
import type { ArticleAction } from '@/components/desk/room/actions/article-action'
import { MAX_NOTE_LENGTH } from '@/lib/desk/articles/article-input'

interface Words {
  path: Extract<ArticleAction, { words: string }>['path']
  verb: string
  says: string
  label: string
}

const WORDS: Record<'review' | 'writer' | 'draft', Words> = {
  review: {
    path: 'submit',
    verb: 'Send to review',
    says: 'An editor looks at it before it is published.',
    label: 'Message to the reviewer',
  },
  writer: {
    path: 'return',
    verb: 'Return to the writer',
    says: 'It becomes a draft again, and its writer can go on.',
    label: 'Message to the writer',
  },
  draft: {
    path: 'take-back',
    verb: 'Take back from review',
    says: 'It becomes a draft again, and you can go on.',
    label: 'Message to the editors',
  },
}

/** Hands a story over, with a message: to the editors, back to its writer, or back to oneself. */
export function ReviewDialog({ to }: { to: keyof typeof WORDS }) {
  const [words, setWords] = useState('')
  const { path, verb, says, label } = WORDS[to]
  return (
    <ActionDialog title={verb} verb={verb} action={{ path, words: words.trim() }}>
      <p>{says}</p>
      <Field label={label} hint="It stays with the story, among its comments.">
        <Textarea maxLength={MAX_NOTE_LENGTH} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
    </ActionDialog>
  )
}
