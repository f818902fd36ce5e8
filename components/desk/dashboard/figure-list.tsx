import { languageAttributes } from '@/components/language-attributes'
import type { Figure } from '@/lib/desk/dashboard/dashboard'
import { deadlineWords, progressWords } from '@/lib/planning/plan-words'
import { isToDo, type PlannedStory } from '@/lib/planning/planned-story'
import { visibleText } from '@/lib/text/visible-text'
import styles from './dashboard.module.css'

interface Props {
  name: string
  figure: Figure
  /** The list of all of them. */
  href: string
  /** Said when there are none. */
  none: string
  /** Whether it is bad news when there are any. */
  isAlarm?: boolean
  clock: { now: Date; timeZone: string }
}

/** A number that leads to its list, and the first stories of it. */
export function FigureList({ name, figure: { count, stories }, href, none, isAlarm = false, clock }: Props) {
  return (
    <section className={styles.figure} aria-label={name}>
      <h2>
        <a className={styles.total} href={href} data-alarm={(isAlarm && count > 0) || undefined}>
          <span className={styles.number}>{count.toLocaleString('en-GB')}</span> {name}
        </a>
      </h2>
      {count === 0 ? <p className={styles.facts}>{none}</p> : null}
      <ul className={styles.stories}>
        {stories.map((story) => (
          <li key={story.id}>
            <a className={styles.story} href={`/admin/articles/${story.id}`} {...languageAttributes(story.language)}>
              {visibleText(story.headline) || 'Without a headline'}
            </a>
            <span className={styles.facts}>{factsOf(story, clock)}</span>
          </li>
        ))}
      </ul>
      {count > stories.length ? (
        <p>
          <a className={styles.all} href={href}>
            All {count.toLocaleString('en-GB')}
            <span className="visually-hidden"> of {name}</span>
          </a>
        </p>
      ) : null}
    </section>
  )
}

function factsOf(story: PlannedStory, clock: Props['clock']): string {
  const who = story.assignee?.name ?? ''
  const when = isToDo(story) ? deadlineWords(story, clock) : ''
  return [progressWords(story, clock), when, who, story.section].filter(Boolean).join(' · ')
}
