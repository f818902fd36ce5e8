import { and, eq, exists, isNotNull, not, or, type SQL, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/sqlite-core'
import { articles, authors, bylines } from '@/db/store/schema'

/**
 * The condition that readers get the page of an author: an editor made it, or a story with the name has or had an instant
 * of publication. The name that came with an account has no page before.
 */
export function hasAuthorPage(): SQL | undefined {
  const published = new QueryBuilder()
    .select({ one: sql`1` })
    .from(bylines)
    .innerJoin(articles, eq(articles.id, bylines.articleId))
    .where(and(eq(bylines.authorId, authors.id), isNotNull(articles.publishedAt)))
  return or(not(authors.awaitsStory), exists(published))
}
