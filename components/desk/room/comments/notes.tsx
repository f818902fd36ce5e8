'use client'

import { useEffect } from 'react'
import { Button } from '@/components/desk/button'
import { Problems } from '@/components/desk/problems'
import { PanelPart } from '@/components/desk/room/panel-part'
import { useArticle, useSession } from '@/components/desk/room/session/session-context'
import { elementTexts } from '@/lib/comments/element-texts'
import { findPassage } from '@/lib/comments/passage'
import type { Note } from '@/lib/desk/articles/note'
import { CommentForm } from './comment-form'
import { CommentThread } from './comment-thread'
import { useCommentedText } from './commented-text-context'
import styles from './notes.module.css'
import { useNotes } from './use-notes'

/**
 * Comments on the story and on passages of it, with their answers, and the messages that went with each submission and
 * return. What was resolved stands behind the rest.
 */
export function Notes() {
  const session = useSession()
  const text = useCommentedText()
  const mayWrite = useArticle(({ can }) => can['comment on article'])
  const { notes, older, showOlder, people, problems, send, resolve } = useNotes(mayWrite)
  const threads = notes.filter(({ replyTo }) => replyTo === null)
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null)
  const resolved = threads.filter(({ resolvedAt }) => resolvedAt !== null)
  useEffect(() => {
    text.show(
      notes.flatMap(({ id, passage, replyTo, resolvedAt }) =>
        passage && replyTo === null && resolvedAt === null ? { id, passage } : [],
      ),
    )
    // The caret stays in the text: whoever clicks there may want to write.
    text.onChosen = (id) => chooseNote(id)
  }, [notes, text])
  useEffect(() => {
    // A notification leads to its comment, which is on the page by now.
    if (notes.length && /^#note-\d+$/.test(location.hash)) {
      if (older && !document.getElementById(location.hash.slice(1))) return showOlder()
      focusNote(location.hash.slice(1))
      history.replaceState(null, '', location.pathname + location.search)
    }
  }, [notes, older, showOlder])
  const elements = elementTexts(session.manuscript.body)
  const thread = (note: Note) => (
    <CommentThread
      key={note.id}
      note={note}
      answers={notes.filter(({ replyTo }) => replyTo === note.id)}
      isPassageGone={note.passage !== null && findPassage(note.passage, elements) === null}
      mayWrite={mayWrite}
      people={people}
      send={send}
      resolve={resolve}
    />
  )
  return (
    <PanelPart title="Comments">
      {threads.length === 0 ? <p>Nobody has written one.</p> : null}
      {older ? (
        <div className={styles.older}>
          <p>
            {older === 1
              ? '1 older comment is not shown.'
              : `${older.toLocaleString('en-GB')} older comments are not shown.`}
          </p>
          <Button look="quiet" onClick={showOlder}>
            Show older comments
          </Button>
        </div>
      ) : null}
      <ol className={styles.notes}>{open.map(thread)}</ol>
      {resolved.length ? (
        <details>
          <summary className={styles.summary}>{resolved.length} resolved</summary>
          <ol className={styles.notes}>{resolved.map(thread)}</ol>
        </details>
      ) : null}
      {mayWrite ? <CommentForm label="Add a comment" people={people} takesPassage onSend={send} /> : null}
      <Problems problems={problems} />
    </PanelPart>
  )
}

/** Shows the thread about a passage beside the text. */
function chooseNote(id: number): void {
  for (const thread of document.querySelectorAll('[data-chosen]')) thread.removeAttribute('data-chosen')
  const note = document.getElementById(`note-${id}`)
  note?.setAttribute('data-chosen', '')
  note?.scrollIntoView({ block: 'nearest' })
}

function focusNote(id: string): void {
  const note = document.getElementById(id)
  note?.closest('details')?.setAttribute('open', '')
  note?.scrollIntoView({ block: 'nearest' })
  note?.focus({ preventScroll: true })
}
