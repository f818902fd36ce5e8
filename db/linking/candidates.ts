import { sql } from 'drizzle-orm'
import { isPublic } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles, articleTopics } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { ArticleKind } from '@/lib/article/article'

/** A public story that may be suggested. */
export interface CandidateRow {
  id: number
  headline: string
  /** BCP 47. */
  language: string
  kind: ArticleKind
  /** null for an original. */
  translationOfId: number | null
  sectionId: number | null
  publishedAt: number
  topicIds: number[]
  /** See lib/linking/related/term-vector.ts. */
  terms: Buffer
}

/** Those of `ids` that are public at `now` and indexed, in any order. */
export async function candidateRows(
  db: Reader,
  { ids, now }: { ids: readonly number[]; now: Date },
): Promise<CandidateRow[]> {
  const rows = await db.all<Omit<CandidateRow, 'topicIds'> & { topicIds: string }>(sql`
    select ${articles.id} as id, ${articles.headline} as headline, ${articles.language} as language,
      ${articles.kind} as kind, ${articles.translationOfId} as translationOfId, ${articles.sectionId} as sectionId,
      ${articles.publishedAt} as publishedAt, related_stories.terms as terms,
      (select json_group_array(${articleTopics.topicId}) from ${articleTopics}
        where ${articleTopics.articleId} = ${articles.id}) as topicIds
    from ${articles} join related_stories on related_stories.article_id = ${articles.id}
    where ${isOneOf(articles.id, ids)} and ${isPublic(now)}`)
  return rows.map((row) => {
    const topicIds: number[] = JSON.parse(row.topicIds)
    return { ...row, topicIds }
  })
}
