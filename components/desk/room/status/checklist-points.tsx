'use client'

import { Button } from '@/components/desk/button'
import { useSession } from '@/components/desk/room/session/session-context'
import type { ChecklistItem } from '@/lib/desk/articles/checklist'
import styles from './checklist-points.module.css'

/** Points of the checklist, each with a button that focuses the place it is about. */
export function ChecklistPoints({ remarks, kind }: { remarks: ChecklistItem[]; kind: 'blocker' | 'advice' }) {
  const session = useSession()
  if (!remarks.length) return null
  return (
    <ul className={styles[kind]}>
      {remarks.map((remark) => (
        <li key={`${remark.code} ${remark.elementId ?? remark.field ?? ''} ${remark.message}`}>
          {remark.message}{' '}
          {remark.elementId || remark.field ? (
            <Button look="quiet" className={styles.go} onClick={() => session.closeDialogAndGoTo(remark)}>
              Go there<span className="visually-hidden">: {remark.message}</span>
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
