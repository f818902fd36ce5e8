import { languageAttributes } from '@/components/language-attributes'
import { ArchiveTrail } from '@/components/lists/archive-trail'
import { ListPage } from '@/components/lists/list-page'
import { Pagination } from '@/components/lists/pagination'
import { archivePath } from '@/lib/addresses/archive-address'
import { sectionPath } from '@/lib/addresses/paths'
import { archiveTitle } from '@/lib/paper/archive-words'
import type { SiteSettings } from '@/lib/paper/site-settings'
import type { CalendarSpan } from '@/lib/time/calendar-spans'
import { isoWithZone, timeOfDay } from '@/lib/time/dates'
import styles from './archive-page.module.css'

interface Line {
  id: number
  headline: string
  path: string
  language: string
  publishedAt: Date
  section: { name: string; slug: string }
}

interface Props {
  day: CalendarSpan
  /** Newest first. */
  stories: Line[]
  page: number
  pages: number
  previous: CalendarSpan | null
  next: CalendarSpan | null
  settings: SiteSettings
}

/** The stories of a day, each as one line: when, what, and in which section. */
export function ArchiveDayPage({ day, stories, page, pages, previous, next, settings }: Props) {
  return (
    <ListPage title={archiveTitle(day, settings)} description="">
      <ArchiveTrail span={day} previous={previous} next={next} settings={settings} />
      <ol className={styles.stories}>
        {stories.map(({ id, headline, path, language, publishedAt, section }) => (
          <li key={id}>
            <time dateTime={isoWithZone(publishedAt, settings.timeZone)} {...languageAttributes(settings.language)}>
              {timeOfDay(publishedAt, settings)}
            </time>
            <h2 {...languageAttributes(language)}>
              <a href={path}>{headline}</a>
            </h2>
            <a className={styles.section} href={sectionPath(section.slug)} {...languageAttributes(settings.language)}>
              {section.name}
            </a>
          </li>
        ))}
      </ol>
      <Pagination page={page} pages={pages} hrefOf={(number) => archivePath(day, number)} />
    </ListPage>
  )
}
