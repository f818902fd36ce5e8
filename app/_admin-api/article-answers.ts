import 'server-only'
import { conflictOf, type VersionConflict } from '@/app/_admin-api/api-route'
import { openedArticle } from '@/db/editing/manuscripts'
import type { Outcome } from '@/db/editing/version-check'
import { allAuthors } from '@/db/paper/authors'
import { allSections } from '@/db/paper/sections'
import { allTopics } from '@/db/paper/topics'
import type { Reader } from '@/db/store/open'
import type { ArticleAnswer } from '@/lib/admin-api/article-schemas'
import type { ArticleState } from '@/lib/article/article'
import type { ListedArticle } from '@/lib/desk/list/listed-article'
import type { Refusal } from '@/lib/desk/refusal'
import { siteRuntime } from '@/lib/pages/site-runtime'

interface ArticleQuery {
  id: number
  now: Date
}

/** A story as the Admin API gives it; null when it does not exist. */
export async function articleAnswer(db: Reader, query: ArticleQuery): Promise<ArticleAnswer | null> {
  const opened = await openedArticle(db, query)
  if (!opened) return null
  const { manuscript, ownerName, path } = opened
  const { sectionId, topicIds, bylines, leadMediaId, translationOfId, ...text } = manuscript
  const sections = (await allSections(db)).value
  const topics = (await allTopics(db)).value
  const authors = (await allAuthors(db)).value
  const { id, version, state, savedBy, withdrawalReason, hasUnpublishedChanges } = opened
  return {
    id,
    version,
    state,
    savedBy,
    withdrawalReason,
    hasUnpublishedChanges,
    ...text,
    section: sections.find((section) => section.id === sectionId)?.slug ?? null,
    topics: topicIds.flatMap((topicId) => topics.find((topic) => topic.id === topicId)?.slug ?? []),
    byline: bylines.map(({ authorId, name }) => {
      const author = authors.find((one) => one.id === authorId)
      return { name: author?.name ?? name ?? '', author: author?.slug ?? null }
    }),
    leadMedia: leadMediaId,
    translationOf: translationOfId,
    owner: ownerName,
    url: path && `${siteRuntime().siteUrl}${path}`,
    publishedAt: iso(opened.publishedAt),
    updatedAt: iso(opened.updatedAt),
    withdrawnAt: iso(opened.withdrawnAt),
    embargoUntil: iso(opened.embargoUntil),
    deletedAt: iso(opened.deletedAt),
    savedAt: new Date(opened.savedAt).toISOString(),
  }
}

interface Place {
  id: number
  version: number
  state: ArticleState
  url: string | null
  publishedAt: string | null
  withdrawnAt: string | null
}

/** Where a story stands after a verb, or why the verb did nothing; of a conflict with the present story. */
export async function placeAfter(
  db: Reader,
  { id, now, basedOn, outcome }: ArticleQuery & { basedOn: number | undefined; outcome: Outcome },
): Promise<Place | Refusal | VersionConflict | null> {
  if ('problems' in outcome) return outcome
  const article = await articleAnswer(db, { id, now })
  if ('conflict' in outcome) return conflictOf(outcome, { basedOn: basedOn ?? 0, article })
  if (!article) return null
  const { version, state, url, publishedAt, withdrawnAt } = article
  return { id, version, state, url, publishedAt, withdrawnAt }
}

/** A row of the desk's list as the Admin API gives it. */
export function listedArticle(row: ListedArticle) {
  const { id, version, state, headline, language, section, bylines, hasUnpublishedChanges } = row
  return {
    id,
    version,
    state,
    headline,
    language,
    section,
    byline: bylines,
    hasUnpublishedChanges,
    publishedAt: iso(row.publishedAt),
    withdrawnAt: iso(row.withdrawnAt),
    savedAt: row.savedAt.toISOString(),
  }
}

/** An instant in ISO 8601; null for none. */
export function iso(ms: number | Date | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}
