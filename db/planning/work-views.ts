import { and, isNull, type SQL, sql } from 'drizzle-orm'
import { isOwn } from '@/db/editing/ownership'
import { isPublic } from '@/db/reading/visibility'
import { lateRuns } from '@/db/store/desk-schema'
import { storyPlans } from '@/db/store/plan-schema'
import { articles, links } from '@/db/store/schema'
import type { Editor } from '@/lib/accounts/permissions'
import type { ListView } from '@/lib/desk/list/list-query'
import { DAY_MS } from '@/lib/time/durations'

/** For how long a public story without links or without a picture is looked at: then it is archive. */
export const LOOKED_AT_DAYS = 7

/** A schedule that was kept this late has been missed; the scheduler runs every second. */
const MISSED_AFTER_MS = 60_000

export interface WorkTerms {
  editor: Pick<Editor, 'id'>
  now: Date
  /** The end of today in the paper's zone. */
  dayEnds: Date
}

/** The condition that a story still has to be done: a draft or in review. */
export const isToDo: SQL = sql`${articles.state} in ('draft', 'in-review')`

/**
 * The condition of each view of the work, for stories that are not deleted; the dashboard counts what the list shows.
 * - due: to be done, with a deadline that is still to come today; late: the deadline has passed.
 * - missed: late, or a scheduled publication that was kept more than a minute late within a day, or not at all by now.
 * - without links or pictures: public, first published within seven days, without a link to another story, or without a
 *   picture on top.
 */
export function inView(view: ListView, { editor, now, dayEnds }: WorkTerms): SQL | undefined {
  switch (view) {
    case 'due':
      return and(
        isToDo,
        planned(sql`${storyPlans.deadline} > ${now.getTime()} and ${storyPlans.deadline} < ${dayEnds.getTime()}`),
      )
    case 'late':
      return isLate(now)
    case 'missed':
      return sql`(${isLate(now)} or ${isScheduleMissed(now)})`
    case 'mine':
      return isOwn(editor.id)
    case 'unassigned':
      return and(isToDo, planned(isNull(storyPlans.assigneeId)))
    case 'without-links':
      return and(isRecent(now), sql`not exists (select 1 from ${links} where ${links.sourceId} = ${articles.id})`)
    case 'without-pictures':
      return and(isRecent(now), isNull(articles.leadMediaId))
  }
}

function isLate(now: Date): SQL | undefined {
  return and(isToDo, planned(sql`${storyPlans.deadline} <= ${now.getTime()}`))
}

/** Whether its plan is like that. A subquery of ids: SQLite finds the few plans first, and then their stories. */
function planned(condition: SQL): SQL {
  return sql`${articles.id} in (select ${storyPlans.articleId} from ${storyPlans} where ${condition})`
}

function isScheduleMissed(now: Date): SQL {
  const since = now.getTime() - MISSED_AFTER_MS
  const runs = sql`select ${lateRuns.articleId} from ${lateRuns} where ${lateRuns.event} = 'published'
    and ${lateRuns.ranAt} >= ${now.getTime() - DAY_MS} and ${lateRuns.ranAt} - ${lateRuns.dueAt} > ${MISSED_AFTER_MS}`
  return sql`(${articles.id} in (${runs}) or (${articles.state} = 'scheduled' and ${articles.publishedAt} < ${since}))`
}

function isRecent(now: Date): SQL | undefined {
  return and(sql`${articles.publishedAt} > ${now.getTime() - LOOKED_AT_DAYS * DAY_MS}`, isPublic(now))
}
