import { and, desc, eq, exists, sql } from 'drizzle-orm'
import { relatedSignals } from '@/db/linking/related-signals'
import { isPublic } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles, articleTopics, links } from '@/db/store/schema'
import { bodyWords } from '@/lib/article/body-words'
import { withoutAutomatic } from '@/lib/linking/placement/filled-body'
import { references } from '@/lib/linking/references'
import { featuresOf, LEARNED_FROM, type LinkExample } from '@/lib/linking/related/learned'

/** The stories that are public at `now` and link to others, the newest first, at most `most`. */
export async function storiesThatLink(db: Reader, { now, most }: { now: Date; most: number }): Promise<number[]> {
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(isPublic(now), exists(db.select({ one: sql`1` }).from(links).where(eq(links.sourceId, articles.id)))))
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(most)
  return rows.map(({ id }) => id)
}

/**
 * What story `id` could have linked to when it came out, and what editors chose; what the site placed by itself is no
 * choice. null when readers do not have it at `now`, or none of the chosen stories is among the candidates.
 */
export async function linkExample(db: Reader, { id, now }: { id: number; now: Date }): Promise<LinkExample | null> {
  const [story] = await db
    .select({
      headline: articles.headline,
      standfirst: articles.standfirst,
      body: articles.body,
      language: articles.language,
      publishedAt: articles.publishedAt,
    })
    .from(articles)
    .where(and(eq(articles.id, id), isPublic(now)))
  if (!story?.publishedAt) return null
  const targets = new Set(references(withoutAutomatic(story.body)).map(({ article }) => article))
  if (!targets.size) return null
  const topics = await db
    .select({ id: articleTopics.topicId })
    .from(articleTopics)
    .where(eq(articleTopics.articleId, id))
    .orderBy(articleTopics.position)
  const { headline, standfirst, language, publishedAt } = story
  const { candidates, draft } = await relatedSignals(db, {
    story: { headline, standfirst, body: bodyWords(story.body), language },
    id,
    topicIds: topics.map((topic) => topic.id),
    at: publishedAt,
    now,
    knowsLinks: true,
  })
  const ranked = candidates.slice(0, LEARNED_FROM)
  const chosen = ranked.flatMap((candidate, place) => (targets.has(candidate.id) ? [place] : []))
  if (!chosen.length) return null
  return { candidates: ranked.map(({ signals }) => featuresOf(signals, draft.isShort)), chosen }
}
