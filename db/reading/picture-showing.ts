import { and, eq, or, sql } from 'drizzle-orm'
import { isPublic } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles, authors } from '@/db/store/schema'

/** Whether readers see picture `id` at `now`: as the lead of a public article, in its text, or as a portrait. */
export async function isShownToReaders(db: Reader, { id, now }: { id: number; now: Date }): Promise<boolean> {
  const inBody = sql`exists (
    select 1 from json_tree(${articles.body}) part where part.key = 'media' and part.value = ${id}
  )`
  const [article] = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(isPublic(now), or(eq(articles.leadMediaId, id), inBody)))
    .limit(1)
  if (article) return true
  const [author] = await db.select({ id: authors.id }).from(authors).where(eq(authors.portraitId, id)).limit(1)
  return author !== undefined
}
