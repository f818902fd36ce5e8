import { and, asc, eq, ne, or, sql } from 'drizzle-orm'
import { linkColumns } from '@/db/reading/article-columns'
import { isPublic, nextVisibilityChange } from '@/db/reading/visibility'
import { changesAtFirst } from '@/db/store/instant-tags'
import type { Reader } from '@/db/store/open'
import { articles, sections } from '@/db/store/schema'
import { articlePath } from '@/lib/addresses/paths'
import type { Translation } from '@/lib/article/article'
import { type Tagged, tags } from '@/lib/pages/tags'

/**
 * The public versions of the story in other languages at `now`: the original first, then by id. Every translation names
 * the original, so one query finds them all.
 */
export async function translationsOf(
  db: Reader,
  { id, translationOfId, now }: { id: number; translationOfId: number | null; now: Date },
): Promise<Tagged<Translation[]>> {
  const original = translationOfId ?? id
  const ofStory = or(eq(articles.id, original), eq(articles.translationOfId, original))
  const rows = await db
    .select({
      ...linkColumns,
      sectionId: sections.id,
      section: sections.slug,
      isUnlisted: articles.isUnlisted,
      isPublic: isPublic(now),
    })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(and(ofStory, ne(articles.id, id)))
    .orderBy(sql`${articles.id} = ${original} desc`, asc(articles.id))
  const shown = rows.filter((row) => row.isPublic)
  const nextChange = rows.length
    ? await nextVisibilityChange(db, { now, scope: and(ofStory, ne(articles.id, id)) })
    : null
  return {
    value: shown.map((row) => ({
      id: row.id,
      headline: row.headline,
      language: row.language,
      path: articlePath(row),
      isOriginal: row.id === original,
      isUnlisted: row.isUnlisted,
    })),
    tags: [
      tags.translations(original),
      ...rows.map((row) => tags.link(row.id)),
      ...shown.map((row) => tags.section(row.sectionId)),
      ...changesAtFirst(nextChange),
    ],
  }
}
