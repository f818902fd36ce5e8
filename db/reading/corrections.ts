import { desc, eq, type SQL, sql } from 'drizzle-orm'
import { linkColumns } from '@/db/reading/article-columns'
import { countedInSpans, spanOf, startOfPage } from '@/db/reading/list-counts'
import type { ListPage } from '@/db/reading/teasers'
import { hasEnd, nextVisibilityChange } from '@/db/reading/visibility'
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

/** The rows of list_counts for all corrections, whatever their articles are. */
const OF_CORRECTIONS = sql`kind = 'corrections' and list_id = 0`

/**
 * The number of corrections of public articles at `now`; with `ignoringEnds`, those of an article whose end has passed
 * count until its row says withdrawn. Those of articles that are not public are counted, because they are few.
 */
export async function correctionsListed(
  db: Reader,
  { now, ignoringEnds = false }: { now: Date; ignoringEnds?: boolean },
): Promise<number> {
  const isHidden = sql`article_id in (${hiddenArticles(ignoringEnds ? { due: now, ended: null } : { due: now, ended: now })})`
  const [row] = db.all<{ total: number }>(
    sql`select ${countedInSpans(OF_CORRECTIONS)} - (select count(*) from corrections where ${isHidden}) as total`,
  )
  return row?.total ?? 0
}

/** The ids of the articles that are not public because they are not due, or ended; null for counting those that ended. */
function hiddenArticles({ due, ended }: { due: Date; ended: Date | null }): SQL {
  return sql`select id from articles where state in ('draft', 'in-review')
    union all select id from articles where published_at > ${due.getTime()}
    union all select id from articles
      where ${hasEnd()} and (state = 'withdrawn' or withdrawn_at <= ${ended?.getTime() ?? null})`
}

/** The corrections of public articles: newest first, ties by id; pages count from 1. */
export async function correctionsList(
  db: Reader,
  { now, page, perPage }: ListPage,
): Promise<Tagged<{ items: ListedCorrection[]; total: number }>> {
  const hidden = hiddenArticles({ due: now, ended: now })
  const start = startOfPage(db, {
    ofList: OF_CORRECTIONS,
    hidden: [sql`select ${spanOf(sql`corrected_at`)} from corrections where article_id in (${hidden})`],
    offset: (page - 1) * perPage,
  })
  // Only what is shown is read with its article.
  const shown = sql`(select id from corrections where corrected_at <= ${start.lastAt} and article_id not in (${hidden})
    order by corrected_at desc, id desc limit ${perPage} offset ${start.offset})`
  const rows = await db
    .select({
      correction: { id: corrections.id, note: corrections.note, correctedAt: corrections.correctedAt },
      article: linkColumns,
      section: { id: sections.id, slug: sections.slug },
    })
    .from(corrections)
    .innerJoin(articles, eq(articles.id, corrections.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(sql`${corrections.id} in ${shown}`)
    .orderBy(desc(corrections.correctedAt), desc(corrections.id))
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
      total: await correctionsListed(db, { now }),
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
