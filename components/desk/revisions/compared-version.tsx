import type { ReactNode } from 'react'
import { type DeskClock, revisionOrigin, revisionReason } from '@/components/desk/revisions/revision-text'
import type { ListedRevision } from '@/lib/desk/revisions/listed-revision'
import styles from './revisions.module.css'

interface Props {
  /** The side of the comparison. */
  side: 'From' | 'To'
  revision: ListedRevision
  clock: DeskClock
  /** Its actions. */
  children?: ReactNode
}

/** One of the two versions that are compared. */
export function ComparedVersion({ side, revision, clock, children }: Props) {
  return (
    <section className={styles.side}>
      <h2>
        {side} version {revision.version}
      </h2>
      <p className={styles.origin}>
        {revisionReason(revision)} · {revisionOrigin(revision, clock)}
      </p>
      {children}
    </section>
  )
}
