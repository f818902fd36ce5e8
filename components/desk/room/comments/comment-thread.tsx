'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/desk/button'
import { useSession } from '@/components/desk/room/session/session-context'
import { type Mentionable, mentionsIn } from '@/lib/comments/mentions'
import type { Note } from '@/lib/desk/articles/note'
import { nearInstant } from '@/lib/desk/near-instant'
import { CommentForm } from './comment-form'
import { useCommentedText } from './commented-text-context'
import styles from './notes.module.css'
import type { SentNote } from './use-notes'

interface Props {
  /** The first of the thread. */
  note: Note
  answers: Note[]
  /** Whether the words that it is about are no longer in the text. */
  isPassageGone: boolean
  mayWrite: boolean
  people: Mentionable[]
  send: (note: SentNote) => Promise<boolean>
  resolve: (note: number, isOpen: boolean) => Promise<boolean>
}

/** A comment with the words that it is about and its answers. */
export function CommentThread({ note, answers, isPassageGone, mayWrite, people, send, resolve }: Props) {
  const text = useCommentedText()
  const [isAnswering, setIsAnswering] = useState(false)
  /** What had the focus when the answer was sent. */
  const sentFrom = useRef<Element | null>(null)
  const isOpen = note.resolvedAt === null
  const which = <span className="visually-hidden"> what {note.writtenBy} wrote</span>
  // The buttons of the thread move or go away with what they do; the thread stays, perhaps among the resolved ones.
  // Whoever has gone on to something else meanwhile stays there.
  const focusThread = (before: Element | null) => {
    if (document.activeElement !== before && document.activeElement !== document.body) return
    const thread = document.getElementById(`note-${note.id}`)
    const folded = thread?.closest<HTMLDetailsElement>('details:not([open])')
    ;(folded?.querySelector('summary') ?? thread)?.focus()
  }
  const settle = async (isOpenAgain: boolean) => {
    const before = document.activeElement
    await resolve(note.id, isOpenAgain)
    focusThread(before)
  }
  return (
    <li id={`note-${note.id}`} tabIndex={-1} className={isOpen ? styles.thread : styles.resolved}>
      {note.passage ? (
        <blockquote className={styles.quote}>
          {isPassageGone || !isOpen ? (
            <>
              {note.passage.quote}
              {isPassageGone ? <span className={styles.gone}> (these words are gone)</span> : null}
            </>
          ) : (
            <button type="button" className={styles.passage} onClick={() => text.goTo(note.id)}>
              {note.passage.quote}
              <span className="visually-hidden"> (show in the text)</span>
            </button>
          )}
        </blockquote>
      ) : null}
      {[note, ...answers].map((one) => (
        <Words key={one.id} note={one} people={people} />
      ))}
      {mayWrite ? (
        <div className={styles.tools}>
          {isOpen ? (
            <>
              <Button look="quiet" aria-expanded={isAnswering} onClick={() => setIsAnswering(!isAnswering)}>
                Answer{which}
              </Button>
              <Button look="quiet" onClick={() => settle(false)}>
                Resolve{which}
              </Button>
            </>
          ) : (
            <Button look="quiet" onClick={() => settle(true)}>
              Open again{which}
            </Button>
          )}
        </div>
      ) : null}
      {isAnswering ? (
        <CommentForm
          label={`Answer ${note.writtenBy}`}
          people={people}
          isFocused
          onSend={(sent) => {
            sentFrom.current = document.activeElement
            return send({ ...sent, replyTo: note.id })
          }}
          onEmptied={() => {
            setIsAnswering(false)
            focusThread(sentFrom.current)
          }}
        />
      ) : null}
    </li>
  )
}

const KINDS: Record<Note['kind'], string> = {
  comment: '',
  'hand-over': ', handing over',
  approval: ' approved',
  refusal: ' refused',
}

function Words({ note, people }: { note: Note; people: Mentionable[] }) {
  const session = useSession()
  const clock = { now: session.now(), timeZone: session.choices.timeZone }
  const isVerdict = note.kind === 'approval' || note.kind === 'refusal'
  return (
    <div className={styles.note}>
      <p className={styles.who} data-verdict={isVerdict ? note.kind : undefined}>
        {note.writtenBy}
        {note.isOutside ? ' (by link)' : ''}
        {KINDS[note.kind]}
        {isVerdict && note.version !== null ? ` version ${note.version}` : ''},{' '}
        {nearInstant(new Date(note.writtenAt), clock)}
        {note.resolvedAt === null ? '' : ` (resolved${note.resolvedBy ? ` by ${note.resolvedBy}` : ''})`}
      </p>
      <p className={styles.words}>{withMentions(note.words, people)}</p>
    </div>
  )
}

/** The words with the names of people set off. */
function withMentions(words: string, people: Mentionable[]) {
  const parts: (string | { name: string; at: number })[] = []
  let at = 0
  for (const { from, to } of mentionsIn(words, people)) {
    parts.push(words.slice(at, from), { name: words.slice(from, to), at: from })
    at = to
  }
  parts.push(words.slice(at))
  return parts.map((part) => (typeof part === 'string' ? part : <strong key={part.at}>{part.name}</strong>))
}
