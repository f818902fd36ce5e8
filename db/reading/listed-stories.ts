import { type SQL, sql } from 'drizzle-orm'
import { countedInSpans, spanOf, startOfPage } from '@/db/reading/list-counts'
import type { StoryList } from '@/db/reading/story-list'
import { earliest } from '@/db/store/instant-tags'
import type { Reader } from '@/db/store/open'
import { sectionAndBelow } from '@/db/store/section-tree'
import { isOneOf } from '@/db/store/value-lists'
import { tags } from '@/lib/pages/tags'

/*
 * The stories of a list as listed_stories holds them, and their number as list_counts does. Triggers of the store keep
 * both (db/migrations), so that neither is counted nor sorted for a page.
 */

/** The rows of listed_stories that make a list. */
export interface ListedRows {
  kind: StoryList['kind']
  /** One, but for a section with others below it. A story is in one section, so none is there twice. */
  ids: number[]
  tag: string
}

/** Which rows `list` is made of, and its tag. */
export async function listedRows(db: Reader, list: StoryList): Promise<ListedRows> {
  switch (list.kind) {
    case 'paper':
      return { kind: 'paper', ids: [0], tag: tags.latest }
    case 'section':
      return { kind: 'section', ids: await sectionAndBelow(db, list.id), tag: tags.sectionList(list.id) }
    case 'topic':
      return { kind: 'topic', ids: [list.id], tag: tags.topicList(list.id) }
    case 'author':
      return { kind: 'author', ids: [list.id], tag: tags.authorList(list.id) }
    case 'timeline':
      return { kind: 'timeline', ids: [list.id], tag: tags.timelineList(list.id) }
  }
}

/** The condition for the rows of a list. */
export function isOfList({ kind, ids }: Pick<ListedRows, 'kind' | 'ids'>): SQL {
  return sql`kind = ${kind} and ${isOneOf(sql`list_id`, ids)}`
}

/** The condition that the story of a row had come and is no longer there, although its row does not say so yet. */
function hasEnded(now: Date): SQL {
  return sql`withdrawn_at <= ${now.getTime()} and published_at <= ${now.getTime()}`
}

/** The condition that readers have the story of a row: its time has come, and its end has not. */
export function isListedAt(now: Date): SQL {
  return sql`published_at <= ${now.getTime()} and (withdrawn_at is null or withdrawn_at > ${now.getTime()})`
}

/**
 * The number of stories that the list shows readers at `now`. Only stories to come and those with an end are counted one
 * by one. With `ignoringEnds`, a story whose end has passed still counts until its row says withdrawn.
 */
export async function storiesListed(
  db: Reader,
  rows: ListedRows,
  { now, ignoringEnds = false }: { now: Date; ignoringEnds?: boolean },
): Promise<number> {
  const ofList = isOfList(rows)
  const at = now.getTime()
  const ended = ignoringEnds ? sql`0` : sql`(select count(*) from listed_stories where ${ofList} and ${hasEnded(now)})`
  const [row] = db.all<{ stories: number }>(sql`
    select ${countedInSpans(ofList)}
      - (select count(*) from listed_stories where ${ofList} and published_at > ${at}) - ${ended} as stories`)
  return row?.stories ?? 0
}

/** The number of stories that each of these lists shows readers at `now`, by id; without an entry for none. They are counted. */
export async function storiesOfEach(
  db: Reader,
  lists: Pick<ListedRows, 'kind' | 'ids'>,
  { now }: { now: Date },
): Promise<Map<number, number>> {
  const rows = db.all<{ id: number; stories: number }>(sql`
    select list_id as id, count(*) as stories from listed_stories where ${isOfList(lists)} and ${isListedAt(now)} group by list_id`)
  return new Map(rows.map(({ id, stories }) => [id, stories]))
}

/**
 * Every timeline with stories that readers have at `now`, how many and when the newest was published (epoch milliseconds), in
 * no order; and the first instant after `now` at which that changes by time alone, null for never.
 */
export async function everyListedTimeline(
  db: Reader,
  { now }: { now: Date },
): Promise<{ listed: { id: number; stories: number; newestAt: number }[]; nextChange: Date | null }> {
  const at = now.getTime()
  const rows = db.all<{
    id: number
    stories: number
    newestAt: number | null
    due: number | null
    ending: number | null
  }>(sql`
    select list_id as id, count(*) filter (where ${isListedAt(now)}) as stories,
      max(published_at) filter (where ${isListedAt(now)}) as newestAt,
      min(published_at) filter (where published_at > ${at}) as due,
      min(withdrawn_at) filter (where withdrawn_at > ${at} and published_at <= ${at}) as ending
    from listed_stories where kind = 'timeline' group by list_id`)
  const instants = rows.flatMap(({ due, ending }) => [due, ending])
  return {
    listed: rows.flatMap(({ id, stories, newestAt }) => (newestAt === null ? [] : [{ id, stories, newestAt }])),
    nextChange: earliest(instants.map((ms) => (ms === null ? null : new Date(ms)))),
  }
}

/** The number of published and scheduled stories of the list, also of those to come and those whose end has passed. */
export async function rowsListed(db: Reader, rows: ListedRows): Promise<number> {
  const [row] = db.all<{ stories: number }>(sql`select ${countedInSpans(isOfList(rows))} as stories`)
  return row?.stories ?? 0
}

/** SQLite merges at most 500 queries in one. A paper has tens of sections. */
const MAX_MERGED = 100

/**
 * The public stories of a list: newest first, ties by id, at most `limit` after the first `offset`. A later page costs
 * what the first one does: whole spans before it are skipped by their counts.
 */
export async function newestListed(
  db: Reader,
  rows: ListedRows,
  { now, limit, offset = 0 }: { now: Date; limit: number; offset?: number },
): Promise<{ id: number; publishedAt: Date }[]> {
  const ofList = isOfList(rows)
  const at = sql`published_at`
  const hidden = [
    sql`select ${spanOf(at)} from listed_stories where ${ofList} and published_at > ${now.getTime()}`,
    sql`select ${spanOf(at)} from listed_stories where ${ofList} and ${hasEnded(now)}`,
  ]
  const start = startOfPage(db, { ofList, hidden, offset })
  // One bound, because SQLite goes into an index by one.
  const last = Math.min(now.getTime(), start.lastAt)
  const isNear = sql`published_at <= ${last} and (withdrawn_at is null or withdrawn_at > ${now.getTime()})`
  const { kind, ids } = rows
  const conditions =
    ids.length <= MAX_MERGED
      ? ids.map((id) => sql`kind = ${kind} and list_id = ${id} and ${isNear}`)
      : [sql`${ofList} and ${isNear}`]
  const parts = conditions.map(
    (condition) => sql`select article_id as id, published_at as at from listed_stories where ${condition}`,
  )
  const found = db.all<{ id: number; at: number }>(
    sql`${sql.join(parts, sql` union all `)} order by at desc, id desc limit ${limit} offset ${start.offset}`,
  )
  return found.map(({ id, at }) => ({ id, publishedAt: new Date(at) }))
}

/** The first instant after `now` at which the list changes by time alone; null when it does not. */
export async function nextChangeOfList(
  db: Reader,
  rows: Pick<ListedRows, 'kind' | 'ids'>,
  { now }: { now: Date },
): Promise<Date | null> {
  const ofList = isOfList(rows)
  const at = now.getTime()
  const [row] = db.all<{ due: number | null; ending: number | null }>(sql`
    select (select min(published_at) from listed_stories where ${ofList} and published_at > ${at}) as due,
      (select min(withdrawn_at) from listed_stories where ${ofList} and withdrawn_at > ${at} and published_at <= ${at}) as ending`)
  return earliest([row?.due ?? null, row?.ending ?? null].map((ms) => (ms === null ? null : new Date(ms))))
}
