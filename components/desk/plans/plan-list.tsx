'use client'

import { Button } from '@/components/desk/button'
import table from '@/components/desk/table.module.css'
import { languageAttributes } from '@/components/language-attributes'
import { deadlineWords, progressWords } from '@/lib/planning/plan-words'
import { isLate, type PlannedStory } from '@/lib/planning/planned-story'
import { visibleText } from '@/lib/text/visible-text'
import styles from './plans.module.css'
import { usePlans } from './plans-context'

/** Stories that are planned and still to be done, as a table. */
export function PlanList({ stories, caption }: { stories: PlannedStory[]; caption: string }) {
  const { now, timeZone, mayPlan, open } = usePlans()
  const clock = { now: new Date(now), timeZone }
  return (
    <table className={`${table.table} ${styles.list}`}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Story</th>
          <th scope="col">Deadline</th>
          <th scope="col">Assigned to</th>
          <th scope="col">How far it is</th>
          <th scope="col">
            <span className="visually-hidden">What can be done</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {stories.map((story) => {
          const headline = visibleText(story.headline) || 'Without a headline'
          return (
            <tr key={story.id} data-plan={story.id}>
              <th scope="row" className={styles.story}>
                <a
                  className={styles.title}
                  href={`/admin/articles/${story.id}`}
                  {...languageAttributes(story.language)}
                >
                  {headline}
                </a>
                {story.section ? <span className={table.detail}>{story.section}</span> : null}
                {story.note ? <span className={styles.planNote}>{story.note}</span> : null}
              </th>
              <td data-late={isLate(story, now) || undefined} className={styles.deadline}>
                {deadlineWords(story, clock) || <span className={styles.facts}>No deadline</span>}
              </td>
              <td>{story.assignee?.name ?? <span className={styles.facts}>Nobody yet</span>}</td>
              <td>{progressWords(story, clock)}</td>
              <td className={table.actions}>
                {mayPlan ? (
                  <Button look="quiet" onClick={() => open(story)}>
                    Plan<span className="visually-hidden"> “{headline}”</span>
                  </Button>
                ) : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
