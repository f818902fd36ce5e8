import { desc, eq, sql } from 'drizzle-orm'
import { linkColumns } from '@/db/reading/article-columns'
import type { ListPage } from '@/db/reading/teasers'
import { isPublic, nextVisibilityChange } from '@/db/reading/visibility'
import { asOfNewest, changesAtFirst } from '@/db/store/instant-tags'
import type { Reader } from '@/db/store/open'
import { articles, corrections, sections } from '@/db/store/schema'
import { articlePath } from '@/lib/addresses/paths'
import type { Correction } from '@/lib/article/article'
import { type Tagged, tags } from '@/lib/pages/tags'

/** A correction with what a link to its article shows. */
export interface ListedCorrection {
  correction: Correction
  article: { headline: string; path: string; language: string }
}

/** The corrections of public articles: newest first, ties by id; pages count from 1. */
export async function correctionsList(
  db: Reader,
  { now, page, perPage }: ListPage,
): Promise<Tagged<{ items: ListedCorrection[]; total: number }>> {
  const rows = await db
    .select({
      correction: { id: corrections.id, note: corrections.note, correctedAt: corrections.correctedAt },
      article: linkColumns,
      section: { id: sections.id, slug: sections.slug },
    })
    .from(corrections)
    .innerJoin(articles, eq(articles.id, corrections.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(isPublic(now))
    .orderBy(desc(corrections.correctedAt), desc(corrections.id))
    .limit(perPage)
    .offset((page - 1) * perPage)
  const [count] = await db
    .select({ total: sql<number>`count(*)` })
    .from(corrections)
    .innerJoin(articles, eq(articles.id, corrections.articleId))
    .where(isPublic(now))
  const corrected = sql`exists (select 1 from ${corrections} where ${corrections.articleId} = ${articles.id})`
  const nextChange = await nextVisibilityChange(db, { now, scope: corrected })
  return {
    value: {
      items: rows.map(({ correction, article, section }) => ({
        correction,
        article: {
          headline: article.headline,
          path: articlePath({ section: section.slug, slug: article.slug, id: article.id }),
          language: article.language,
        },
      })),
      total: count?.total ?? 0,
    },
    tags: [
      ...new Set([
        tags.correctionsList,
        ...rows.flatMap(({ article, section }) => [tags.link(article.id), tags.section(section.id)]),
        ...asOfNewest(...rows.map(({ correction }) => correction.correctedAt)),
        ...changesAtFirst(nextChange),
      ]),
    ],
  }
}
