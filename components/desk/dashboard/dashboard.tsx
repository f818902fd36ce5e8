import { NewStory } from '@/components/desk/list/new-story'
import type { Dashboard as Numbers } from '@/lib/desk/dashboard/dashboard'
import { DEFAULT_LIST_QUERY, type ListQuery, listAddress } from '@/lib/desk/list/list-query'
import { longDay } from '@/lib/time/dates'
import styles from './dashboard.module.css'
import { FigureList } from './figure-list'
import { MostRead } from './most-read'
import { PublishedByHour } from './published-by-hour'
import { PublishedBySection } from './published-by-section'

interface Props {
  numbers: Numbers
  /** Whether the numbers are about the person's own stories alone. */
  isOwn: boolean
  now: Date
  /** IANA zone of the paper. */
  timeZone: string
}

const list = (query: Partial<ListQuery>) => listAddress({ ...DEFAULT_LIST_QUERY, ...query })

/** What waits, what is planned and what was missed, and what was published: the first page of the morning. */
export function Dashboard({ numbers, isOwn, now, timeZone }: Props) {
  const clock = { now, timeZone }
  const { due, inReview, scheduled, missed, unassigned, withoutLinks, withoutPictures } = numbers
  return (
    <>
      <header className={styles.head}>
        <h1>{longDay(now, { language: 'en', timeZone })}</h1>
        {isOwn ? <p className={styles.whose}>Your own stories</p> : null}
        <NewStory />
      </header>
      <div className={styles.figures}>
        <FigureList
          name="Missed"
          figure={missed}
          href={list({ view: 'missed' })}
          none="Nothing is late."
          isAlarm
          clock={clock}
        />
        <FigureList name="Due today" figure={due} href={list({ view: 'due' })} none="Nothing is due." clock={clock} />
        <FigureList
          name="In review"
          figure={inReview}
          href={list({ state: 'in-review' })}
          none="Nothing waits."
          clock={clock}
        />
        <FigureList
          name="Scheduled"
          figure={scheduled}
          href={list({ state: 'scheduled', order: { by: 'published', direction: 'ascending' } })}
          none="Nothing is scheduled."
          clock={clock}
        />
      </div>
      <ul className={styles.more} aria-label="To look after">
        <Count count={unassigned} href={list({ view: 'unassigned' })} words="planned, given to nobody" />
        <Count
          count={withoutLinks}
          href={list({ view: 'without-links' })}
          words="of this week’s stories link to no other"
        />
        <Count
          count={withoutPictures}
          href={list({ view: 'without-pictures' })}
          words="of this week’s stories have no picture on top"
        />
      </ul>
      <div className={styles.charts}>
        <PublishedByHour hours={numbers.hours} />
        <PublishedBySection sections={numbers.sections} from={numbers.sectionsFrom} />
        <MostRead stories={numbers.mostRead} />
      </div>
    </>
  )
}

function Count({ count, href, words }: { count: number; href: string; words: string }) {
  return (
    <li>
      <a className={styles.count} href={href}>
        <span className={styles.number}>{count.toLocaleString('en-GB')}</span> {words}
      </a>
    </li>
  )
}
