import { languageAttributes } from '@/components/language-attributes'
import { ListPage } from '@/components/lists/list-page'
import { Pagination } from '@/components/lists/pagination'
import { TimelineStory } from '@/components/lists/timeline-story'
import { timelinePath } from '@/lib/addresses/paths'
import type { Teaser } from '@/lib/article/article'
import type { Timeline } from '@/lib/linking/timelines/timeline'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { isoDay, longDay } from '@/lib/time/dates'
import styles from './timeline-page.module.css'

interface Props {
  timeline: Timeline
  /** Newest first. */
  teasers: Teaser[]
  /** Stands above all days; null for none. */
  lead: Teaser | null
  total: number
  page: number
  pages: number
  settings: SiteSettings
}

/** The stories of one event by days, from the newest on. */
export function TimelinePage({ timeline, teasers, lead, total, page, pages, settings }: Props) {
  const { slug, name, introduction, language } = timeline
  const stories = teasers.filter(({ id }) => id !== lead?.id)
  const first = page === pages ? stories.at(-1) : undefined
  return (
    <ListPage title={name} description="" language={language}>
      <div className={styles.about}>
        <div {...languageAttributes(language)}>
          {introduction
            .split('\n')
            .filter(Boolean)
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </div>
        <p className={styles.count}>
          Story so far: {total === 1 ? '1 story' : `${total.toLocaleString('en')} stories`}
          {total > 1 && (
            <>
              , newest first.{' '}
              <a href={`${page === pages ? '' : timelinePath(slug, pages)}#beginning`}>To the beginning</a>
            </>
          )}
        </p>
      </div>
      {lead && (
        <div className={styles.lead}>
          <TimelineStory teaser={lead} level={2} isPictured settings={settings} />
        </div>
      )}
      {daysOf(stories, settings).map(({ day, teasers }) => (
        <section key={day} className={styles.day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} {...languageAttributes(settings.language)}>
            <time dateTime={day}>{teasers[0] ? longDay(teasers[0].publishedAt, settings) : day}</time>
          </h2>
          <ol>
            {teasers.map((teaser) => (
              <li key={teaser.id} id={teaser === first ? 'beginning' : undefined}>
                <TimelineStory
                  teaser={teaser}
                  level={3}
                  isPictured={!lead && page === 1 && teaser === stories[0]}
                  settings={settings}
                />
              </li>
            ))}
          </ol>
        </section>
      ))}
      {total === 0 && <p className={styles.empty}>No story of this has been published yet.</p>}
      <Pagination page={page} pages={pages} hrefOf={(number) => timelinePath(slug, number)} />
    </ListPage>
  )
}

/** The stories by days of the paper, in their order. */
function daysOf(teasers: Teaser[], { timeZone }: SiteSettings): { day: string; teasers: Teaser[] }[] {
  const days: { day: string; teasers: Teaser[] }[] = []
  for (const teaser of teasers) {
    const day = isoDay(teaser.publishedAt, timeZone)
    const last = days.at(-1)
    if (last?.day === day) last.teasers.push(teaser)
    else days.push({ day, teasers: [teaser] })
  }
  return days
}
