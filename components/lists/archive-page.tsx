import { languageAttributes } from '@/components/language-attributes'
import { ArchiveTrail } from '@/components/lists/archive-trail'
import { ListPage } from '@/components/lists/list-page'
import { archivePath } from '@/lib/addresses/archive-address'
import { archiveDescription, archiveTitle } from '@/lib/paper/archive-words'
import type { SiteSettings } from '@/lib/paper/site-settings'
import type { CalendarSpan } from '@/lib/time/calendar-spans'
import { spanInWords } from '@/lib/time/dates'
import styles from './archive-page.module.css'

interface Props {
  /** null for all years. */
  span: CalendarSpan | null
  /** The years, the months of the year, or the days of the month, with how many stories each has. */
  parts: { span: CalendarSpan; stories: number }[]
  previous: CalendarSpan | null
  next: CalendarSpan | null
  settings: SiteSettings
}

/** All years of the archive, the months of a year, or the days of a month. */
export function ArchivePage({ span, parts, previous, next, settings }: Props) {
  const { language } = settings
  return (
    <ListPage
      title={archiveTitle(span, settings)}
      description={span === null ? archiveDescription(span, settings) : ''}
    >
      <ArchiveTrail span={span} previous={previous} next={next} settings={settings} />
      {parts.length === 0 && <p className={styles.empty}>Nothing has been published so far.</p>}
      <ul className={styles.parts}>
        {(span === null ? parts.toReversed() : parts).map((part) => (
          <li key={part.span}>
            <a href={archivePath(part.span)}>
              <time dateTime={part.span} {...languageAttributes(language)}>
                {spanInWords(part.span, { language, isWithin: true })}
              </time>
            </a>
            <span>{storiesInWords(part.stories)}</span>
          </li>
        ))}
      </ul>
    </ListPage>
  )
}

function storiesInWords(stories: number): string {
  return stories === 1 ? '1 story' : `${stories.toLocaleString('en')} stories`
}
