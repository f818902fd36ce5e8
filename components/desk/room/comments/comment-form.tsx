'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { isCompositionKey } from '@/components/composition-key'
import { Button } from '@/components/desk/button'
import { Textarea } from '@/components/desk/controls'
import { Field } from '@/components/desk/field'
import type { Mentionable } from '@/lib/comments/mentions'
import type { Passage } from '@/lib/comments/passage'
import { MAX_NOTE_LENGTH } from '@/lib/desk/articles/article-input'
import { isBlank } from '@/lib/text/visible-text'
import { useCommentedText } from './commented-text-context'
import { MentionMenu } from './mention-menu'
import styles from './notes.module.css'
import { useMentionMenu } from './use-mention-menu'
import type { SentNote } from './use-notes'

interface Props {
  label: string
  people: Mentionable[]
  /** Whether a comment can be about the words that are selected in the text. */
  takesPassage?: boolean
  isFocused?: boolean
  /** Resolves to whether it was saved. */
  onSend: (note: SentNote) => Promise<boolean>
  /** Called once a comment is saved and nothing else was typed meanwhile. */
  onEmptied?: () => void
}

/** Writes a comment, about the selected words when some are selected; @ offers names. */
export function CommentForm({ label, people, takesPassage = false, isFocused = false, onSend, onEmptied }: Props) {
  const text = useCommentedText()
  const [words, setWords] = useState('')
  const [passage, setPassage] = useState<Passage | null>(null)
  const [busy, setBusy] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const menu = useMentionMenu({ area, words, people, onWords: setWords })
  useEffect(() => {
    if (isFocused) area.current?.focus()
  }, [isFocused])
  useEffect(() => {
    if (!takesPassage) return
    const comment = (event: KeyboardEvent) => {
      if (isCompositionKey(event)) return
      if (event.code !== 'KeyM' || !event.altKey || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setPassage(text.selected())
      area.current?.focus()
    }
    document.addEventListener('keydown', comment)
    return () => document.removeEventListener('keydown', comment)
  }, [takesPassage, text])
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || isBlank(words)) return
    setBusy(true)
    const isSent = await onSend({ words: words.trim(), ...(passage && { passage }) })
    setBusy(false)
    if (!isSent) return
    // What was typed or chosen while this was on its way stays.
    setPassage((chosen) => (chosen === passage ? null : chosen))
    if (area.current?.value !== words) return
    setWords('')
    onEmptied?.()
  }
  return (
    <form className={styles.form} onSubmit={send}>
      {passage ? (
        <div className={styles.about}>
          <blockquote className={styles.quote}>{passage.quote}</blockquote>
          <Button
            look="quiet"
            onClick={() => {
              setPassage(null)
              area.current?.focus()
            }}
          >
            About the whole story instead
          </Button>
        </div>
      ) : null}
      <div className={styles.typing}>
        <Field
          label={label}
          hint={
            takesPassage ? '@ and a name calls somebody. Select words in the text first to comment on them.' : undefined
          }
        >
          {(attributes) => (
            <Textarea
              {...attributes}
              {...menu.attributes}
              ref={area}
              maxLength={MAX_NOTE_LENGTH}
              value={words}
              onFocus={() => takesPassage && words === '' && setPassage(text.selected())}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        <MentionMenu menu={menu} />
      </div>
      <div>
        <Button type="submit" scripted busy={busy}>
          Comment
        </Button>
      </div>
    </form>
  )
}
