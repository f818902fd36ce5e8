'use client'

import { useRef } from 'react'
import { Button } from '@/components/desk/button'
import { Problems } from '@/components/desk/problems'
import { PanelPart } from '@/components/desk/room/panel-part'
import { isWritable } from '@/components/desk/room/session/session-article'
import { useArticle, useManuscript, useSession } from '@/components/desk/room/session/session-context'
import { references } from '@/lib/linking/references'
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
  const linked = useManuscript(({ body }) => new Set(references(body).map(({ article }) => article)).size)
  if (!slots.length && !automatic.length && !done && !linked) return null

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
              <SlotProposal key={afterId} afterId={afterId} proposals={proposals} afterwards={afterwards} />
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
        <LinkedStories linked={linked} />
      </section>
    </PanelPart>
  )
}

/** How many stories the text links to, and the way to the map of them and of those that link here. */
function LinkedStories({ linked }: { linked: number }) {
  const { id } = useSession()
  const mayTend = useArticle(({ can }) => can['tend links'])
  if (!linked && !mayTend) return null
  return (
    <p className={styles.hint}>
      {linked ? `It links to ${linked === 1 ? '1 story' : `${linked} stories`}. ` : null}
      {mayTend ? (
        <a href={`/admin/links/${id}`} target="_blank" rel="noopener">
          Map of its links
        </a>
      ) : null}
    </p>
  )
}
