import { and, asc, eq, sql } from 'drizzle-orm'
import { pictureColumns, pictureFrom, picturesByIds } from '@/db/pictures/pictures'
import { isLeadShown, withheldFromJson, withheldIds } from '@/db/pictures/withheld-pictures'
import { linkColumns } from '@/db/reading/article-columns'
import { topicsOf } from '@/db/reading/article-topics'
import { bylinesOf } from '@/db/reading/bylines'
import { pathsOfLists } from '@/db/reading/paged-lists'
import { translationsOf } from '@/db/reading/translations'
import { isPublic, isWithdrawn, nextVisibilityChange } from '@/db/reading/visibility'
import { asOfNewest, changesAtFirst } from '@/db/store/instant-tags'
import type { Reader } from '@/db/store/open'
import { articles, corrections, media, sections } from '@/db/store/schema'
import { sectionLineOf } from '@/db/store/section-tree'
import { isOneOf } from '@/db/store/value-lists'
import { articlePath } from '@/lib/addresses/paths'
import type { Article, LinkTarget, Withdrawal } from '@/lib/article/article'
import type { Manuscript } from '@/lib/article/manuscript'
import type { Referenced } from '@/lib/linking/reader-body'
import { listsLinked, references } from '@/lib/linking/references'
import { picturesOf, withoutPictures } from '@/lib/linking/withheld-pictures'
import { asOfTag, type Tagged, tags } from '@/lib/pages/tags'
import { blankAsEmpty } from '@/lib/text/blank-as-empty'

/** What the page of an article shows: the article and the targets of its references, or the notice of a withdrawal. */
export type ArticlePage =
  | { visibility: 'public'; article: Article; referenced: Referenced }
  | { visibility: 'withdrawn'; withdrawal: Withdrawal }

/**
 * What readers get at the address of article `id` at `now`:
 * - the article with every public article and every picture that its body refers to, without those withheld from it;
 * - when it is withdrawn, a notice, tagged so that the server answers 410;
 * - null when it is not public and never was (does not exist, draft, in review, not yet due).
 */
export async function articlePage(
  db: Reader,
  { id, now }: { id: number; now: Date },
): Promise<Tagged<ArticlePage | null>> {
  const [row] = await db
    .select({
      article: articles,
      withheld: withheldIds,
      public: sql<number>`${isPublic(now)}`,
      withdrawn: sql<number>`${isWithdrawn(now)}`,
    })
    .from(articles)
    .where(eq(articles.id, id))
  const subject = tags.article(id)
  if (!row) return { value: null, tags: [subject] }
  const { article } = row
  if (row.withdrawn) {
    const { withdrawnAt, withdrawalReason } = article
    if (!withdrawnAt) throw new Error(`article ${id} is withdrawn without an instant`)
    return {
      value: { visibility: 'withdrawn', withdrawal: { id, withdrawnAt, reason: withdrawalReason } },
      tags: [subject, tags.gone, asOfTag(withdrawnAt)],
    }
  }
  if (!row.public) {
    const due = article.state === 'scheduled' ? article.publishedAt : null
    return { value: null, tags: [subject, ...changesAtFirst(due)] }
  }
  const { publishedAt, updatedAt, withdrawnAt } = article
  if (!publishedAt) throw new Error(`article ${id} is public without an instant of publication`)

  if (article.sectionId === null) throw new Error(`article ${id} is public without a section`)
  const line = await sectionLineOf(db, article.sectionId)
  const own = line.at(-1)
  if (!own) throw new Error(`section ${article.sectionId} of article ${id} has no line up the tree`)
  const topicRows = (await topicsOf(db, [id])).get(id) ?? []
  const printed = (await bylinesOf(db, [id])).get(id) ?? { bylines: [], tags: [] }
  const path = articlePath({ section: own.slug, slug: article.slug, id })
  const details = { id, path, sections: line, topics: topicRows, bylines: printed.bylines, publishedAt, updatedAt }
  const composed = await articlePageOf(db, {
    manuscript: withoutPictures(article, withheldFromJson(row.withheld)),
    details,
    now,
  })
  return {
    value: composed.value,
    tags: [
      ...new Set([
        subject,
        ...line.map((section) => tags.section(section.id)),
        ...topicRows.map((topic) => tags.topic(topic.id)),
        ...printed.tags,
        ...composed.tags,
        ...changesAtFirst(withdrawnAt),
      ]),
    ],
  }
}

/** What an article page shows beside the fields of a manuscript: path, names behind ids, and instants. */
type ArticleDetails = Pick<Article, 'id' | 'path' | 'sections' | 'topics' | 'bylines' | 'publishedAt' | 'updatedAt'>

/**
 * The page of an article with the text of `manuscript`, its corrections, and every public article and every picture
 * that it refers to. Tagged with those three; the tags of `details` are the caller's.
 */
export async function articlePageOf(
  db: Reader,
  {
    manuscript,
    details,
    now,
  }: { manuscript: Omit<Manuscript, 'sectionId' | 'topicIds' | 'bylines'>; details: ArticleDetails; now: Date },
): Promise<Tagged<Extract<ArticlePage, { visibility: 'public' }>>> {
  const { headline, body, kind, language, slug, leadMediaId } = manuscript
  const shown = {
    kicker: blankAsEmpty(manuscript.kicker),
    standfirst: blankAsEmpty(manuscript.standfirst),
    dateline: blankAsEmpty(manuscript.dateline),
  }
  const { id, publishedAt, updatedAt } = details
  const { seoTitle, seoDescription, isUnlisted, translationOfId } = manuscript
  const correctionRows = await db
    .select({ id: corrections.id, note: corrections.note, correctedAt: corrections.correctedAt })
    .from(corrections)
    .where(eq(corrections.articleId, id))
    .orderBy(asc(corrections.correctedAt), asc(corrections.id))
  const shownMedia = picturesOf(manuscript)
  const pictures = await picturesByIds(db, shownMedia)
  const referencedIds = references(body).map((reference) => reference.article)
  const targets = await linkTargets(db, { ids: referencedIds, now })
  const lists = await pathsOfLists(db, listsLinked(body))
  const translations = await translationsOf(db, { id, translationOfId, now })
  return {
    value: {
      visibility: 'public',
      article: {
        headline,
        body,
        kind,
        language,
        slug,
        seoTitle,
        seoDescription,
        ...shown,
        ...details,
        isUnlisted,
        translations: translations.value,
        isOriginal: translationOfId === null,
        leadPicture: leadMediaId === null ? null : (pictures.get(leadMediaId) ?? null),
        corrections: correctionRows,
      },
      referenced: { articles: targets.value, pictures, lists: lists.value },
    },
    tags: [
      ...shownMedia.map(tags.media),
      ...targets.tags,
      ...lists.tags,
      ...translations.tags,
      ...asOfNewest(publishedAt, updatedAt, ...correctionRows.map(({ correctedAt }) => correctedAt)),
    ],
  }
}

/**
 * What links to the articles `ids` show at `now`, by id; an article that is not public is missing.
 * Tagged with every id of `ids`, so that a target that becomes public appears.
 */
export async function linkTargets(
  db: Reader,
  { ids, now }: { ids: number[]; now: Date },
): Promise<Tagged<Map<number, LinkTarget>>> {
  const uniqueIds = [...new Set(ids)]
  if (!uniqueIds.length) return { value: new Map(), tags: [] }
  const rows = await db
    .select({
      ...linkColumns,
      sectionId: sections.id,
      section: sections.slug,
      picture: pictureColumns,
      public: sql<number>`${isPublic(now)}`,
    })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(media, and(eq(media.id, articles.leadMediaId), isLeadShown))
    .where(isOneOf(articles.id, uniqueIds))
  const shown = rows.filter((row) => row.public)
  const nextChange = await nextVisibilityChange(db, { now, scope: isOneOf(articles.id, uniqueIds) })
  return {
    value: new Map(
      shown.map((row) => [
        row.id,
        {
          id: row.id,
          headline: row.headline,
          path: articlePath(row),
          language: row.language,
          picture: row.picture && pictureFrom(row.picture),
        },
      ]),
    ),
    tags: [
      ...new Set([
        ...uniqueIds.map(tags.link),
        ...shown.map((row) => tags.section(row.sectionId)),
        ...shown.flatMap((row) => (row.picture ? [tags.media(row.picture.id)] : [])),
        ...changesAtFirst(nextChange),
      ]),
    ],
  }
}
