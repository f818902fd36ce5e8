import { and, asc, eq, gte, isNotNull, isNull, lt, lte, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { isOwnAmongFew } from '@/db/editing/ownership'
import { stateAt } from '@/db/reading/visibility'
import { users } from '@/db/store/account-schema'
import { editions } from '@/db/store/front-schema'
import type { Reader } from '@/db/store/open'
import { storyPlans } from '@/db/store/plan-schema'
import { articles, sections } from '@/db/store/schema'
import { sectionAndBelow } from '@/db/store/section-tree'
import { isOneOf } from '@/db/store/value-lists'
import { can, type Editor } from '@/lib/accounts/permissions'
import { STATES_PUBLIC_WHEN_DUE } from '@/lib/article/visibility'
import type { PlanView } from '@/lib/desk/plans/plans-query'
import type { PlannedStory } from '@/lib/planning/planned-story'

/** More than a newsroom plans for a month. */
const MAX_PLANNED = 500

interface Which {
  editor: Editor
  view: PlanView
  /** A section with all below it; null for all. */
  sectionId: number | null
  now: Date
}

/**
 * The stories for which something happens from `from` until before `until`: a deadline, a scheduled publication, the
 * publication of a planned story, an end. Only those that `editor` may see; at most 500 of each, by id. Deleted drafts
 * are left out.
 */
export async function plannedBetween(
  db: Reader,
  { from, until, ...which }: Which & { from: Date; until: Date },
): Promise<PlannedStory[]> {
  const within = await condition(db, which)
  const between = (column: SQLWrapper) => sql`${column} >= ${from.getTime()} and ${column} < ${until.getTime()}`
  const { now } = which
  const isComing = and(isOneOf(articles.state, STATES_PUBLIC_WHEN_DUE), sql`${articles.publishedAt} > ${now.getTime()}`)
  // One query for each index; a single condition with "or" would read every story.
  const found = await Promise.all([
    plannedStories(db, { where: and(between(storyPlans.deadline), within), now }),
    plannedStories(db, {
      where: and(between(articles.publishedAt), or(isComing, isNotNull(storyPlans.articleId)), within),
      now,
    }),
    plannedStories(db, {
      where: and(between(articles.withdrawnAt), sql`${articles.withdrawnAt} > ${now.getTime()}`, within),
      now,
    }),
  ])
  const byId = new Map(found.flat().map((story) => [story.id, story]))
  return [...byId.values()].sort((a, b) => a.id - b.id)
}

/**
 * The planned stories that are still to be done, those with a deadline first, the earliest first, ties by id; at most
 * 500. Only those that `editor` may see.
 */
export async function plansToDo(db: Reader, which: Which): Promise<PlannedStory[]> {
  const isToDo = sql`${articles.state} in ('draft', 'in-review')`
  return plannedStories(db, {
    where: and(isNotNull(storyPlans.articleId), isToDo, await condition(db, which)),
    now: which.now,
  })
}

/** A front that is planned to be published. */
export interface PlannedEdition {
  startsAt: number
  /** The section's name; null for the front page. */
  section: string | null
  publishedBy: string
}

/** The editions of fronts that start from `from` until before `until` and after `now`, earliest first; at most 100. */
export async function plannedEditions(
  db: Reader,
  { from, until, now }: { from: Date; until: Date; now: Date },
): Promise<PlannedEdition[]> {
  const rows = await db
    .select({ startsAt: editions.startsAt, section: sections.name, publishedBy: editions.publishedBy })
    .from(editions)
    .leftJoin(sections, eq(sections.id, editions.sectionId))
    .where(
      and(gte(editions.startsAt, from), lt(editions.startsAt, until), sql`${editions.startsAt} > ${now.getTime()}`),
    )
    .orderBy(asc(editions.startsAt), asc(editions.id))
    .limit(100)
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.getTime() }))
}

async function condition(db: Reader, { editor, view, sectionId, now }: Which): Promise<SQL | undefined> {
  const ofView: Record<PlanView, SQL | undefined> = {
    all: undefined,
    mine: isOwnAmongFew(editor.id),
    unassigned: isNull(storyPlans.assigneeId),
    late: and(sql`${articles.state} in ('draft', 'in-review')`, lte(storyPlans.deadline, now)),
  }
  return and(
    isNull(articles.deletedAt),
    can(editor, 'see every article') ? undefined : isOwnAmongFew(editor.id),
    sectionId === null ? undefined : isOneOf(articles.sectionId, await sectionAndBelow(db, sectionId)),
    ofView[view],
  )
}

interface Listing {
  where: SQL | undefined
  now: Date
  /** Left out: by deadline, those without one last. */
  order?: SQL
  limit?: number
}

/** The stories with their plans that `where` names, with their state at `now`; at most 500. Ties are by id. */
export async function plannedStories(
  db: Reader,
  { where, now, order = sql`${storyPlans.deadline} is null, ${storyPlans.deadline}`, limit = MAX_PLANNED }: Listing,
): Promise<PlannedStory[]> {
  const rows = await db
    .select({
      id: articles.id,
      version: articles.version,
      headline: articles.headline,
      language: articles.language,
      section: sections.name,
      state: stateAt(now),
      publishedAt: articles.publishedAt,
      withdrawnAt: articles.withdrawnAt,
      isUnwritten: sql<number>`json_array_length(${articles.body}) = 0`,
      deadline: storyPlans.deadline,
      note: storyPlans.note,
      assigneeId: users.id,
      assignee: users.name,
    })
    .from(articles)
    .leftJoin(storyPlans, eq(storyPlans.articleId, articles.id))
    .leftJoin(users, eq(users.id, storyPlans.assigneeId))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(where)
    .orderBy(order, asc(articles.id))
    .limit(limit)
  return rows.map(({ assigneeId, assignee, ...row }) => ({
    ...row,
    publishedAt: row.publishedAt?.getTime() ?? null,
    withdrawnAt: row.withdrawnAt?.getTime() ?? null,
    isUnwritten: row.isUnwritten === 1,
    deadline: row.deadline?.getTime() ?? null,
    note: row.note ?? '',
    assignee: assigneeId === null || assignee === null ? null : { id: assigneeId, name: assignee },
  }))
}
