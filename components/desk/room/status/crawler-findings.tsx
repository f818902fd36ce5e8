'use client'

import type { Finding } from '@/lib/crawler-check/crawled-page'
import styles from './checklist-points.module.css'

/** What crawlers would hold against the story, each with how to mend it. */
export function CrawlerFindings({ findings, severity }: { findings: Finding[]; severity: Finding['severity'] }) {
  const shown = findings.filter((finding) => finding.severity === severity)
  if (!shown.length) return null
  return (
    <ul className={severity === 'error' ? styles.blocker : styles.advice}>
      {shown.map(({ rule, message, remedy }) => (
        <li key={`${rule} ${message}`}>
          {message} {remedy}
        </li>
      ))}
    </ul>
  )
}
