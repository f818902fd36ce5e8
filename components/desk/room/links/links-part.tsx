'use client'

import { useRef } from 'react'
import { Button } from '@/components/desk/button'
import { Problems } from '@/components/desk/problems'
import { PanelPart } from '@/components/desk/room/panel-part'
import { isWritable } from '@/components/desk/room/session/session-article'
import { useArticle } from '@/components/desk/room/session/session-context'
import styles from './links-part.module.css'
import { SlotProposal } from './slot-proposal'
import { useLinkProposals } from './use-link-proposals'

/** Stories that go with this one, for the places of the text that have room for links. */
export function LinksPart() {
  const isOpen = useArticle((article) => isWritable(article) && article.can['save article'])
  return isOpen ? <Proposals /> : null
}

function Proposals() {
  const proposals = useLinkProposals()
  const { links, suggestions, automatic, openSlots, done, problems, hold, take, undo, takeOutAutomatic } = proposals
  const part = useRef<HTMLElement>(null)
  const slots = [...links.keys()]
  if (!slots.length && !automatic.length && !done) return null

  /** What had the focus may be gone then: it goes to the first button that is left, or stays in the part. */
  function afterwards(work: () => void | Promise<void>): void {
    const keepFocus = () => {
      if (part.current?.contains(document.activeElement)) return
      const next = part.current?.querySelector<HTMLElement>('[data-take], button') ?? part.current
      next?.focus()
    }
    const answered = work()
    keepFocus()
    void answered?.then(keepFocus)
  }

  return (
    <PanelPart title="Links to other stories">
      <section
        ref={part}
        className={styles.part}
        aria-label="Proposals"
        tabIndex={-1}
        onPointerEnter={() => hold(true)}
        onPointerLeave={({ currentTarget }) => hold(currentTarget.contains(document.activeElement))}
        onFocus={() => hold(true)}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget) && !currentTarget.matches(':hover')) hold(false)
        }}
      >
        {automatic.length ? (
          <div className={styles.line}>
            <p>
              {automatic.length === 1 ? 'The site placed one block.' : `The site placed ${automatic.length} blocks.`}
            </p>
            <Button look="quiet" onClick={() => afterwards(takeOutAutomatic)}>
              Take them all out
            </Button>
          </div>
        ) : null}
        {slots.length ? (
          <ol className={styles.slots}>
            {slots.map((afterId) => (
              <SlotProposal key={afterId} {...{ afterId, proposals, afterwards }} />
            ))}
          </ol>
        ) : null}
        {slots.length > 1 ? (
          <Button look="quiet" onClick={() => afterwards(() => take(slots))}>
            Take all of them
          </Button>
        ) : null}
        {slots.length && suggestions.length && openSlots === 'filled' ? (
          <p className={styles.hint}>What is still open when the story goes out is filled by the site.</p>
        ) : null}
        <div className={styles.line}>
          <p role="status">{done?.says ?? ''}</p>
          {done ? (
            <Button look="quiet" onClick={() => afterwards(undo)}>
              Undo
            </Button>
          ) : null}
        </div>
        <Problems problems={problems} />
      </section>
    </PanelPart>
  )
}
