import { type SQL, sql } from 'drizzle-orm'
import { articles } from '@/db/schema'
import type { ArticleState } from '@/lib/article'

/** What storedArticle (db/article-change.ts) says of the state of an article at `now`, for a list. */
export function stateAt(now: Date): SQL<ArticleState> {
  const { state, publishedAt, withdrawnAt } = articles
  const at = now.getTime()
  return sql`case
    when ${state} not in ('scheduled', 'published') then ${state}
    when ${withdrawnAt} <= ${at} then 'withdrawn'
    when ${publishedAt} <= ${at} then 'published'
    else 'scheduled'
  end`
}
