import { asc, eq } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { articleTopics, topics } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { Topic } from '@/lib/article/article'

/** The topics of the articles `ids`, in each article's own order; an article without topics is missing. */
export async function topicsOf(db: Reader, ids: number[]): Promise<Map<number, Topic[]>> {
  const about = new Map<number, Topic[]>()
  if (!ids.length) return about
  const rows = await db
    .select({
      articleId: articleTopics.articleId,
      topic: { id: topics.id, slug: topics.slug, name: topics.name, description: topics.description },
    })
    .from(articleTopics)
    .innerJoin(topics, eq(topics.id, articleTopics.topicId))
    .where(isOneOf(articleTopics.articleId, ids))
    .orderBy(asc(articleTopics.articleId), asc(articleTopics.position), asc(topics.id))
  for (const { articleId, topic } of rows) {
    const named = about.get(articleId) ?? []
    named.push(topic)
    about.set(articleId, named)
  }
  return about
}
