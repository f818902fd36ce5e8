import { and, eq, type SQL, sql } from 'drizzle-orm'
import { isPublic } from '@/db/reading/visibility'
import { timelineStories } from '@/db/store/linking-schema'
import type { Reader } from '@/db/store/open'
import { articles, articleTopics, bylines } from '@/db/store/schema'
import { sectionAndBelow } from '@/db/store/section-tree'
import { isOneOf } from '@/db/store/value-lists'
import { tags } from '@/lib/pages/tags'

/** The stories of a section and all below it, about a topic, by an author, or of a timeline. */
export interface SubjectList {
  kind: 'section' | 'topic' | 'author' | 'timeline'
  id: number
}

/** A list of stories: all of the paper's, or those of one subject. */
export type StoryList = { kind: 'paper' } | SubjectList

/** Up to so many stories of a topic or an author are looked up one by one; more are met soon from the newest on. */
const FEW_STORIES = 5000

/** SQLite merges at most 500 queries in one. A paper has tens of sections. */
const MAX_MERGED = 100

/** How to find the stories of a list. */
export interface ListScope {
  /** The condition for articles in the list; undefined for all of them. It leaves the choice of an index to other conditions. */
  scope: SQL | undefined
  /** The sections of a list of sections, by which its stories are found in the order of their index; null for other lists. */
  sections: number[] | null
  tag: string
}

/** How the stories of `list` are found from the newest on, and the tag of the list. */
export async function storyListScope(db: Reader, list: StoryList): Promise<ListScope> {
  switch (list.kind) {
    case 'paper':
      return { scope: undefined, sections: null, tag: tags.latest }
    case 'section': {
      const within = await sectionAndBelow(db, list.id)
      // The unary plus leaves the choice of an index to the other conditions.
      return { scope: isOneOf(sql`+${articles.sectionId}`, within), sections: within, tag: tags.sectionList(list.id) }
    }
    case 'topic':
      return { scope: await among(db, idsOf(db, list)), sections: null, tag: tags.topicList(list.id) }
    case 'author':
      return { scope: await among(db, idsOf(db, list)), sections: null, tag: tags.authorList(list.id) }
    case 'timeline':
      return { scope: await among(db, idsOf(db, list)), sections: null, tag: tags.timelineList(list.id) }
  }
}

/** Which stories `newestStories` finds. */
interface Newest {
  now: Date
  scope?: SQL | undefined
  /** The condition that bounds from above when a story was published; undefined for all that are public. */
  bound?: SQL | undefined
  /** null, or left out, for all sections. */
  sections?: readonly number[] | null
  limit: number
  offset?: number
}

/**
 * The public articles in `scope`, of `sections`: newest first, ties by id. Only ids and instants, so that the rows before
 * a later page are not read in full. Each section is read from its newest story on as far as the page needs it.
 */
export async function newestStories(
  db: Reader,
  { now, scope, bound, sections = null, limit, offset = 0 }: Newest,
): Promise<{ id: number; publishedAt: Date }[]> {
  const isMerged = sections !== null && sections.length <= MAX_MERGED
  const publicOnes = and(isPublic(now, { isBounded: bound !== undefined }), bound, scope)
  const conditions = isMerged
    ? sections.map((id) => and(eq(articles.sectionId, id), publicOnes))
    : [and(publicOnes, sections ? isOneOf(sql`+${articles.sectionId}`, sections) : undefined)]
  const newestOfEach = conditions.map(
    (condition) => sql`select ${articles.id} as id, ${articles.publishedAt} as at from ${articles} where ${condition}`,
  )
  const rows = db.all<{ id: number; at: number }>(
    sql`${sql.join(newestOfEach, sql` union all `)} order by at desc, id desc limit ${limit} offset ${offset}`,
  )
  return rows.map(({ id, at }) => ({ id, publishedAt: new Date(at) }))
}

/** The ids of those articles, in that order. */
export async function newestIds(db: Reader, newest: Newest): Promise<number[]> {
  return (await newestStories(db, newest)).map(({ id }) => id)
}

function idsOf(db: Reader, { kind, id }: SubjectList) {
  if (kind === 'timeline') {
    return db.select({ id: timelineStories.articleId }).from(timelineStories).where(eq(timelineStories.timelineId, id))
  }
  return kind === 'topic'
    ? db.select({ id: articleTopics.articleId }).from(articleTopics).where(eq(articleTopics.topicId, id))
    : db.select({ id: bylines.articleId }).from(bylines).where(eq(bylines.authorId, id))
}

/**
 * The condition that an article is one of `ids`. A few are looked up. With many, the unary plus stops SQLite from that: it
 * goes through an index from the newest article on instead, and meets the first of them soon.
 */
async function among(db: Reader, ids: ReturnType<typeof idsOf>): Promise<SQL> {
  const [row] = db.all<{ found: number }>(
    sql`select count(*) as found from (select 1 from ${ids} limit ${FEW_STORIES + 1})`,
  )
  const isFew = (row?.found ?? 0) <= FEW_STORIES
  return isFew ? sql`${articles.id} in ${ids}` : sql`+${articles.id} in ${ids}`
}
