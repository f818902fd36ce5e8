import { and, asc, desc, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { keptTotal } from '@/db/desk/list-total'
import { isInBin } from '@/db/editing/bin'
import { lateness } from '@/db/editing/lateness'
import { isOwn, isOwnAmongFew } from '@/db/editing/ownership'
import { inView, isToDo } from '@/db/planning/work-views'
import { bylinesOf } from '@/db/reading/bylines'
import { hasEnd, isPublic, isWithdrawn, stateAt } from '@/db/reading/visibility'
import { otherSpelling } from '@/db/search/found-numbers'
import { type FoundText, foundTexts, soughtWords } from '@/db/search/found-texts'
import { meantQuery } from '@/db/search/meant-terms'
import { wordConditions } from '@/db/search/word-conditions'
import { users } from '@/db/store/account-schema'
import { workingCopies } from '@/db/store/desk-schema'
import type { Reader } from '@/db/store/open'
import { storyPlans } from '@/db/store/plan-schema'
import { articles, bylines, revisions, sections } from '@/db/store/schema'
import { sectionAndBelow } from '@/db/store/section-tree'
import { isOneOf } from '@/db/store/value-lists'
import { can, type Editor } from '@/lib/accounts/permissions'
import type { ArticleState } from '@/lib/article/article'
import { STATES_PUBLIC_WHEN_DUE } from '@/lib/article/visibility'
import type { ListedState, ListOrder, ListView } from '@/lib/desk/list/list-query'
import type { ListedArticle } from '@/lib/desk/list/listed-article'
import { parseSearchQuery } from '@/lib/search/query'

export interface ListFilters {
  /** Every word must occur, the last one also as the beginning of a word; empty for no search. */
  words: string
  /** null for every story that is not deleted. */
  state: ListedState | null
  /** null for no further narrowing; the conditions are those of db/planning/work-views.ts. */
  view: ListView | null
  /** A section with all below it. */
  sectionId: number | null
  /** An author in the byline. */
  authorId: number | null
  /**
   * Only stories dated at this instant or later; null for no bound. A story is dated by its publication, past or
   * scheduled, or else by its last save.
   */
  from: Date | null
  /** Only stories dated before this instant; null for no bound. */
  until: Date | null
  /** The end of today in the paper's zone, up to which a story is due. */
  dayEnds: Date
}

export interface DeskList {
  articles: ListedArticle[]
  /** The number of stories on all pages. */
  total: number
  /** Of a search, the words of each story in which something was found, in their order; otherwise empty. */
  texts: FoundText[]
  /** Other words for a search that found few stories or none, which find more of the same list; null for none. */
  didYouMean: string | null
}

export const STORIES_PER_PAGE = 50

/**
 * A page of the stories that `editor` may see, with their state at `now`; pages count from 1 and have 50 stories each.
 * - Deleted stories are in the list of the state 'deleted' and in no other; once the bin was emptied, in none.
 * - An editor who may not see every article gets their own.
 * - Sorted by the last save, by publication (those without one last) or by headline, ties by id.
 */
export async function deskArticles(
  db: Reader,
  {
    editor,
    filters,
    order,
    page,
    now,
  }: { editor: Editor; filters: ListFilters; order: ListOrder; page: number; now: Date },
): Promise<DeskList> {
  const state = stateAt(now)
  const where = await condition(db, { editor, filters, now })
  if (!where) return { articles: [], total: 0, texts: [], didYouMean: null }
  const found = await db
    .select({ id: articles.id })
    .from(articles)
    .where(where)
    .orderBy(...inOrder(order, { isSorted: isOfFew(filters) }))
    .limit(STORIES_PER_PAGE)
    .offset((page - 1) * STORIES_PER_PAGE)
  const ids = found.map(({ id }) => id)
  const details = await db
    .select({
      id: articles.id,
      version: articles.version,
      state,
      headline: articles.headline,
      kicker: articles.kicker,
      language: articles.language,
      section: sections.name,
      publishedAt: articles.publishedAt,
      withdrawnAt: articles.withdrawnAt,
      savedAt: articles.savedAt,
      savedBy: revisions.savedBy,
      changedAt: workingCopies.savedAt,
      deletedAt: articles.deletedAt,
      ownerId: articles.ownerId,
      assigneeId: users.id,
      assignee: users.name,
      deadline: storyPlans.deadline,
    })
    .from(articles)
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(revisions, and(eq(revisions.articleId, articles.id), eq(revisions.version, articles.version)))
    .leftJoin(workingCopies, eq(workingCopies.articleId, articles.id))
    .leftJoin(storyPlans, eq(storyPlans.articleId, articles.id))
    .leftJoin(users, eq(users.id, storyPlans.assigneeId))
    .where(isOneOf(articles.id, ids))
  const rows = details.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
  const isOwnOnly = !can(editor, 'see every article')
  const total = (await keptTotal(db, { filters, isOwn: isOwnOnly, now })) ?? (await countedTotal(db, where))
  const names = await bylinesOf(db, ids)
  const late = await lateness(db, { ids, now })
  return {
    articles: rows.map(({ changedAt, assigneeId, assignee, ...row }) => ({
      ...row,
      assignee: assigneeId === null || assignee === null ? null : { id: assigneeId, name: assignee },
      bylines: (names.get(row.id)?.bylines ?? []).map(({ name }) => name),
      hasUnpublishedChanges: changedAt !== null,
      late: late.get(row.id) ?? null,
    })),
    total,
    texts: await textsOf(db, filters.words, rows),
    didYouMean: await otherWords(db, { editor, filters, total, now }),
  }
}

async function otherWords(
  db: Reader,
  { editor, filters, total, now }: { editor: Editor; filters: ListFilters; total: number; now: Date },
): Promise<string | null> {
  const other = await otherSpelling(db, { typed: filters.words, count: total }, async (words) => {
    const where = await condition(db, { editor, filters: { ...filters, words }, now })
    return { count: where ? await countedTotal(db, where) : 0 }
  })
  return other?.query ?? null
}

async function countedTotal(db: Reader, where: SQL): Promise<number> {
  const [count] = await db.select({ total: sql<number>`count(*)` }).from(articles).where(where)
  return count?.total ?? 0
}

async function textsOf(db: Reader, words: string, rows: readonly { id: number }[]): Promise<FoundText[]> {
  const query = parseSearchQuery(words)
  if (!query) return []
  const ids = rows.map(({ id }) => id)
  return foundTexts(db, ids, soughtWords(await meantQuery(db, query, 'begun')))
}

/** null when nothing can match: the search has text but no word. */
async function condition(
  db: Reader,
  { editor, filters, now }: { editor: Editor; filters: ListFilters; now: Date },
): Promise<SQL | null> {
  const { words, sectionId, authorId, from, until } = filters
  const match = words.trim() ? ((await wordConditions(db, words))?.() ?? null) : undefined
  if (match === null) return null
  return (
    and(
      filters.state === 'deleted' ? isInBin(db) : isNotDeleted,
      // Subqueries of ids rather than correlated ones: SQLite evaluates them once.
      filters.state === 'changes'
        ? inArray(articles.id, db.select({ id: workingCopies.articleId }).from(workingCopies))
        : undefined,
      filters.state && filters.state !== 'changes' && filters.state !== 'deleted'
        ? inState(filters.state, now)
        : undefined,
      can(editor, 'see every article') ? undefined : (filters.view || from ? isOwnAmongFew : isOwn)(editor.id),
      filters.view === null ? undefined : inView(filters.view, { editor, now, dayEnds: filters.dayEnds }),
      sectionId === null ? undefined : isAmong(isOneOf(sql`section_id`, await sectionAndBelow(db, sectionId))),
      authorId === null
        ? undefined
        : inArray(
            articles.id,
            db.select({ id: bylines.articleId }).from(bylines).where(eq(bylines.authorId, authorId)),
          ),
      isDated({ from, until }, filters.state),
      match,
    ) ?? null
  )
}

/*
 * The conditions below look at ids alone. An index that has the order of the list then answers them, and the row of a story,
 * which lies elsewhere in the file with all its text, is read only for those that are shown.
 */

const isNotDeleted = sql`${articles.id} not in (select id from articles where deleted_at is not null)`

/** The condition that the story is among those with `condition`, of which the names stand alone. */
function isAmong(condition: SQL): SQL {
  return sql`+${articles.id} in (select id from articles where ${condition})`
}

/** The condition that a story is dated within the bounds: by its publication, or else by its last save. */
function isDated({ from, until }: Pick<ListFilters, 'from' | 'until'>, state: ListedState | null): SQL | undefined {
  if (!from && !until) return undefined
  const within = (instant: SQL) =>
    and(
      from ? sql`${instant} >= ${from.getTime()}` : undefined,
      until ? sql`${instant} < ${until.getTime()}` : undefined,
    )
  if (state === 'published' || state === 'scheduled') return within(sql`${articles.publishedAt}`)
  return sql`+${articles.id} in (
    select id from articles where ${within(sql`published_at`)}
    union all select id from articles where published_at is null and ${within(sql`saved_at`)})`
}

/** Whether so few stories can match that they are found first and then sorted. */
function isOfFew({ state, view, authorId }: ListFilters): boolean {
  return view !== null || authorId !== null || (state !== null && state !== 'published')
}

/** The condition that stateAt(now) is `state`, as an index can answer it. */
function inState(state: ArticleState, now: Date): SQL {
  switch (state) {
    case 'draft':
    case 'in-review':
      return sql`${isToDo} and ${articles.state} = ${state}`
    case 'scheduled':
      return sql`(${and(inArray(articles.state, STATES_PUBLIC_WHEN_DUE), sql`${articles.publishedAt} > ${now.getTime()}`)})`
    case 'published':
      return isPublic(now)
    case 'withdrawn':
      return sql`(${hasEnd()} and ${isWithdrawn(now)})`
  }
}

/** With `isSorted`, SQLite may not look through all stories in the order of an index until it has enough of them. */
function inOrder({ by, direction }: ListOrder, { isSorted }: { isSorted: boolean }): SQL[] {
  const inDirection = direction === 'ascending' ? asc : desc
  const ordered = (column: SQLWrapper) => inDirection(isSorted ? sql`+${column}` : column)
  switch (by) {
    case 'saved':
      return [ordered(articles.savedAt), ordered(articles.id)]
    case 'published':
      // SQLite sorts null first. Only ascending order needs the extra term; descending order uses the index.
      return [
        ...(direction === 'ascending' ? [sql`${articles.publishedAt} is null`] : []),
        ordered(articles.publishedAt),
        ordered(articles.id),
      ]
    case 'headline':
      return [ordered(sql`${articles.headline} collate nocase`), ordered(articles.id)]
  }
}
