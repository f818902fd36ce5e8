'use client'

import { type CSSProperties, type SubmitEvent, useEffect, useRef, useState } from 'react'
import { deskRequest } from '@/components/desk/desk-request'
import { useHydrated } from '@/components/desk/use-hydrated'
import { MAX_NOTE_LENGTH } from '@/lib/desk/articles/article-input'
import { MAX_GUEST_NAME_LENGTH } from '@/lib/desk/field-lengths'
import type { Problem } from '@/lib/desk/refusal'
import {
  ANSWER_PART,
  ANSWER_TAKEN,
  MAX_PASSAGE_LENGTH,
  type Said,
  VERSION_ANSWERS,
} from '@/lib/desk/version-review/said'
import { VersionSaid } from './version-said'

/** Not in a file of styles, for the reason given at the line above a preview (preview-line.tsx). */
const PART: CSSProperties = {
  maxInlineSize: '40rem',
  marginInline: 'auto',
  padding: '1.5rem 1.25rem 4rem',
  borderBlockStart: '3px solid var(--rule)',
  font: '400 1rem / 1.5 var(--sans)',
}
const FIELD: CSSProperties = {
  display: 'block',
  boxSizing: 'border-box',
  inlineSize: '100%',
  padding: '0.5rem',
  border: '1px solid var(--ink-soft)',
  borderRadius: 0,
  background: 'var(--paper)',
  color: 'inherit',
  font: 'inherit',
}
const BUTTON: CSSProperties = {
  padding: '0.625rem 0.875rem',
  border: '1px solid var(--ink)',
  background: 'none',
  color: 'inherit',
  font: '600 0.9375rem / 1.4 var(--sans)',
  cursor: 'pointer',
}
const ROW: CSSProperties = { display: 'flex', flexWrap: 'wrap', gap: '0.75rem', marginBlockStart: '0.75rem' }
const SPACED: CSSProperties = { marginBlockStart: '0.75rem' }

interface Props {
  /** The secret of the link. */
  secret: string
  /** For whom the link was made; empty when they have to say it. */
  recipient: string
  /** What was said by this link so far. */
  initialSaid: Said[]
  /** What became of an answer that came without scripts: what is said of it, and why it was not taken; empty for none. */
  answered: { told: string; problem: string }
  /** IANA zone of the paper. */
  timeZone: string
}

/** Comments on the version of a preview, approves or refuses it: for somebody without an account. */
export function VersionReview({ secret, recipient, initialSaid, answered, timeZone }: Props) {
  const [said, setSaid] = useState(initialSaid)
  const [quote, setQuote] = useState('')
  const [told, setTold] = useState(answered.told)
  const [problems, setProblems] = useState<Problem[]>(
    answered.problem ? [{ field: '', message: answered.problem }] : [],
  )
  const [busy, setBusy] = useState(false)
  const isHydrated = useHydrated()
  // The browser keeps what is typed, so that nothing is lost when the scripts come late.
  const [nameField, area] = [useRef<HTMLInputElement>(null), useRef<HTMLTextAreaElement>(null)]
  useEffect(() => {
    const take = () => {
      const selection = document.getSelection()
      const story = document.querySelector('main article') ?? document.querySelector('main')
      const marked = selection?.toString().trim() ?? ''
      if (marked && selection?.anchorNode && story?.contains(selection.anchorNode)) setQuote(marked.slice(0, 2000))
    }
    document.addEventListener('selectionchange', take)
    return () => document.removeEventListener('selectionchange', take)
  }, [])
  const send = async (kind: Said['kind']) => {
    if (busy) return
    setBusy(true)
    const about = kind === 'comment' ? quote : ''
    const [name, words] = [nameField.current?.value ?? '', area.current?.value ?? '']
    const response = await deskRequest('POST /api/desk/entrance/version', {
      input: { secret, kind, name, words, quote: about },
    })
    setBusy(false)
    setProblems(response.ok ? [] : response.problems)
    if (!response.ok) return
    setSaid(response.answer.said)
    setTold(ANSWER_TAKEN[kind])
    setQuote('')
    if (!area.current) return
    // What was typed while this was on its way stays.
    if (area.current.value === words) area.current.value = ''
    area.current.focus()
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent
    const pressed = submitter instanceof HTMLButtonElement ? submitter.value : ''
    void send(VERSION_ANSWERS.find((kind) => kind === pressed) ?? 'comment')
  }
  return (
    <section style={PART} lang="en" dir="ltr" aria-labelledby={ANSWER_PART}>
      <h2 id={ANSWER_PART} style={{ font: '600 1.375rem / 1.2 var(--serif)' }}>
        Your answer
      </h2>
      <p style={SPACED}>
        {recipient ? `This version was sent to ${recipient}. ` : ''}What you write goes to the newsroom, together with
        the version above.{isHydrated ? ' Select words of the story to comment on them.' : ''}
      </p>
      <VersionSaid said={said} timeZone={timeZone} />
      {/* Without scripts it is sent as it is, and the page comes back with what became of it. */}
      <form method="post" action="/api/desk/entrance/version/form" onSubmit={submit}>
        <input type="hidden" name="secret" value={secret} />
        {recipient ? null : (
          <label style={{ display: 'block', ...SPACED }}>
            Your name
            <input ref={nameField} style={FIELD} name="name" required maxLength={MAX_GUEST_NAME_LENGTH} />
          </label>
        )}
        {quote ? (
          <div style={SPACED}>
            <p>About these words:</p>
            <blockquote
              style={{ margin: 0, paddingInlineStart: '0.75rem', borderInlineStart: '3px solid var(--accent)' }}
            >
              {quote}
            </blockquote>
            <button
              type="button"
              style={{ ...BUTTON, border: 0, paddingInline: 0 }}
              onClick={() => {
                setQuote('')
                area.current?.focus()
              }}
            >
              About the whole story instead
            </button>
          </div>
        ) : null}
        <noscript>
          <label style={{ display: 'block', ...SPACED }}>
            Words of the story that you comment on, if not on the whole
            <input style={FIELD} name="quote" maxLength={MAX_PASSAGE_LENGTH} />
          </label>
        </noscript>
        <label style={{ display: 'block', ...SPACED }}>
          Your words
          <textarea ref={area} name="words" style={{ ...FIELD, minBlockSize: '6rem' }} maxLength={MAX_NOTE_LENGTH} />
        </label>
        <div style={ROW}>
          <button type="submit" name="kind" value="comment" style={BUTTON} aria-disabled={busy || undefined}>
            Comment
          </button>
          <button
            type="submit"
            name="kind"
            value="approval"
            style={{ ...BUTTON, background: 'var(--ink)', color: 'var(--paper)' }}
            aria-disabled={busy || undefined}
          >
            Approve this version
          </button>
          <button
            type="submit"
            name="kind"
            value="refusal"
            style={{ ...BUTTON, borderColor: 'var(--alarm)', color: 'var(--alarm)' }}
            aria-disabled={busy || undefined}
          >
            Refuse this version
          </button>
        </div>
      </form>
      <p role="status" style={SPACED}>
        {told}
      </p>
      <div role="alert" style={{ color: 'var(--alarm)', fontWeight: 600 }}>
        {problems.map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
      </div>
    </section>
  )
}
