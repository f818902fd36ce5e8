'use client'

import { Button } from '@/components/desk/button'
import { useSession } from '@/components/desk/room/session/session-context'
import type { Finding } from '@/lib/crawler-check/crawled-page'
import type { EditorsFinding } from '@/lib/desk/articles/crawlers-view'
import styles from './checklist-points.module.css'

/** What crawlers would object to and an editor can mend, each with its remedy and a button that focuses the place. */
export function CrawlerFindings({ findings }: { findings: EditorsFinding[] }) {
  const session = useSession()
  if (!findings.length) return null
  return (
    <ul className={styles.advice}>
      {findings.map(({ rule, message, remedy, field }) => (
        <li key={`${rule} ${message}`}>
          {message} {remedy}{' '}
          <Button look="quiet" className={styles.go} onClick={() => session.closeDialogAndGoTo({ field })}>
            Go there<span className="visually-hidden">: {message}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** What is wrong with the page and no editor can mend; shown to admins. */
export function SiteFaults({ faults }: { faults: Finding[] }) {
  if (!faults.length) return null
  return (
    <>
      <p>Faults of the site itself, which only admins are shown. They keep no story from being published:</p>
      <ul className={styles.advice}>
        {faults.map(({ rule, message, remedy }) => (
          <li key={`${rule} ${message}`}>
            {message} {remedy}
          </li>
        ))}
      </ul>
    </>
  )
}
