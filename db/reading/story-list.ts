import { and, desc, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { isPublic } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles, articleTopics, bylines } from '@/db/store/schema'
import { sectionAndBelow } from '@/db/store/section-tree'
import { tags } from '@/lib/pages/tags'

/** The stories of a section and all below it, about a topic, or by an author. */
export interface SubjectList {
  kind: 'section' | 'topic' | 'author'
  id: number
}

/** A list of stories: all of the paper's, or those of one subject. */
export type StoryList = { kind: 'paper' } | SubjectList

/**
 * The condition for articles in the list (undefined: all of them), and the tag of the list. The condition is fast for
 * finding the newest articles; with `forCount` it is fast for counting.
 */
export async function storyListScope(
  db: Reader,
  list: StoryList,
  { forCount = false } = {},
): Promise<{ scope: SQL | undefined; tag: string }> {
  const isIn = (ids: SQLWrapper) => (forCount ? sql`${articles.id} in ${ids}` : isAmongNewest(ids))
  switch (list.kind) {
    case 'paper':
      return { scope: undefined, tag: tags.latest }
    case 'section':
      // One parameter for each of a paper's few sections: a single one keeps the order of the index.
      return { scope: inArray(articles.sectionId, await sectionAndBelow(db, list.id)), tag: tags.sectionList(list.id) }
    case 'topic': {
      const about = db
        .select({ id: articleTopics.articleId })
        .from(articleTopics)
        .where(eq(articleTopics.topicId, list.id))
      return { scope: isIn(about), tag: tags.topicList(list.id) }
    }
    case 'author': {
      const signed = db.select({ id: bylines.articleId }).from(bylines).where(eq(bylines.authorId, list.id))
      return { scope: isIn(signed), tag: tags.authorList(list.id) }
    }
  }
}

/**
 * The ids of the public articles in `scope`: newest first, ties by id. Only ids, so that the rows before a later page
 * are not read in full.
 */
export async function newestIds(
  db: Reader,
  { now, scope, limit, offset = 0 }: { now: Date; scope?: SQL | undefined; limit: number; offset?: number },
): Promise<number[]> {
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(isPublic(now), scope))
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(limit)
    .offset(offset)
  return rows.map(({ id }) => id)
}

/**
 * The condition that an article is one of `ids`. The unary plus stops SQLite from looking up each id: it scans an index
 * from the newest article instead.
 */
function isAmongNewest(ids: SQLWrapper): SQL {
  return sql`+${articles.id} in ${ids}`
}
