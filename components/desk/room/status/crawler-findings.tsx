'use client'

import type { Finding } from '@/lib/crawler-check/crawled-page'
import styles from './checklist-points.module.css'

/** Problems that crawlers would have with the page, each with its remedy. */
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
