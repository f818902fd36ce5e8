import { languageAttributes } from '@/components/language-attributes'
import { archivePath } from '@/lib/addresses/archive-address'
import { archiveTitle } from '@/lib/paper/archive-words'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { type CalendarSpan, spansAround } from '@/lib/time/calendar-spans'
import styles from './archive-trail.module.css'

interface Props {
  /** null for all years, which stand in nothing and beside nothing. */
  span: CalendarSpan | null
  previous: CalendarSpan | null
  next: CalendarSpan | null
  settings: SiteSettings
}

/** The way from a day, a month or a year up to the whole archive, and to the ones beside it. */
export function ArchiveTrail({ span, previous, next, settings }: Props) {
  if (span === null) return null
  const inWords = (other: CalendarSpan | null) => (
    <span {...attributesOf(other, settings)}>{archiveTitle(other, settings)}</span>
  )
  return (
    <nav className={styles.trail} aria-label="Archive">
      <ol>
        {[null, ...spansAround(span)].map((around) => (
          <li key={around}>
            <a href={archivePath(around)}>{inWords(around)}</a>
          </li>
        ))}
      </ol>
      <p>
        {previous !== null && (
          <a href={archivePath(previous)} rel="prev">
            {inWords(previous)}
          </a>
        )}
        {next !== null && (
          <a href={archivePath(next)} rel="next">
            {inWords(next)}
          </a>
        )}
      </p>
    </nav>
  )
}

/** The word for the whole archive is one of the site, not of the paper. */
function attributesOf(span: CalendarSpan | null, { language }: SiteSettings) {
  return span === null ? {} : languageAttributes(language)
}
