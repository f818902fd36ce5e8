import { asc } from 'drizzle-orm'
import { storedArticleIfAny } from '@/db/editing/stored-article'
import { type ArticlePage, articlePageOf } from '@/db/reading/articles'
import { revisionOf } from '@/db/revisions/revisions'
import type { Reader } from '@/db/store/open'
import { authors, topics } from '@/db/store/schema'
import { sectionLineOf } from '@/db/store/section-tree'
import { isOneOf } from '@/db/store/value-lists'
import { articlePath } from '@/lib/addresses/paths'
import type { ArticleState, Byline, Topic } from '@/lib/article/article'
import { type Manuscript, manuscriptOf } from '@/lib/article/manuscript'
import type { Tagged } from '@/lib/pages/tags'

/** The page of the text that editors work on, as readers would get it. */
export interface Preview {
  page: Extract<ArticlePage, { visibility: 'public' }>
  state: ArticleState
  /** Whether the text differs from what readers have, or will have at the scheduled time. */
  hasUnpublishedChanges: boolean
}

/**
 * The page of the text of article `id` that editors work on, or of one version of it, as if it were published at `now`.
 * Targets of its
 * references are shown when they are public. An article without a section is shown without one. null when the article
 * does not exist or is deleted, and when the version is not kept.
 */
export async function articlePreview(
  db: Reader,
  { id, version, now }: { id: number; version?: number; now: Date },
): Promise<Preview | null> {
  const article = await storedArticleIfAny(db, id, now)
  if (!article || article.deletedAt) return null
  const { hasUnpublishedChanges } = article
  const shown = version === undefined ? null : await revisionOf(db, { articleId: id, version })
  if (version !== undefined && !shown) return null
  const manuscript = shown ? manuscriptOf(shown.snapshot) : article.manuscript
  const { state, publishedAt, updatedAt } = article.snapshot
  const sections = manuscript.sectionId === null ? [] : await sectionLineOf(db, manuscript.sectionId)
  const details = {
    id,
    // Without a section the address is unknown. Nothing in a preview links to it.
    path: articlePath({ section: sections.at(-1)?.slug ?? '', slug: manuscript.slug, id }),
    sections,
    topics: await topicsIn(db, manuscript),
    bylines: await bylinesIn(db, manuscript),
    publishedAt: publishedAt === null ? now : new Date(publishedAt),
    updatedAt: updatedAt === null ? null : new Date(updatedAt),
  }
  const { value: page } = await articlePageOf(db, { manuscript, details, now })
  return { page, state, hasUnpublishedChanges }
}

/**
 * The page that readers would get if the text of article `id` that editors work on were published at `at`. A public
 * story keeps the instant of its publication. null when the article does not exist or is deleted.
 */
export async function articleAsPublished(
  db: Reader,
  { id, at }: { id: number; at: Date },
): Promise<Tagged<ArticlePage | null>> {
  const found = await articlePreview(db, { id, now: at })
  if (!found) return { value: null, tags: [] }
  const { article } = found.page
  // A scheduled story can still be published at another instant.
  const publishedAt = found.state === 'scheduled' ? at : article.publishedAt
  return { value: { ...found.page, article: { ...article, publishedAt } }, tags: [] }
}

async function topicsIn(db: Reader, { topicIds }: Manuscript): Promise<Topic[]> {
  const rows = await db
    .select({ id: topics.id, slug: topics.slug, name: topics.name, description: topics.description })
    .from(topics)
    .where(isOneOf(topics.id, topicIds))
    .orderBy(asc(topics.id))
  return topicIds.flatMap((id) => rows.find((topic) => topic.id === id) ?? [])
}

async function bylinesIn(db: Reader, { bylines }: Manuscript): Promise<Byline[]> {
  const ids = bylines.flatMap(({ authorId }) => authorId ?? [])
  const rows = await db
    .select({ id: authors.id, slug: authors.slug, name: authors.name })
    .from(authors)
    .where(isOneOf(authors.id, ids))
    .orderBy(asc(authors.id))
  return bylines.flatMap(({ authorId, name }): Byline[] => {
    const author = rows.find(({ id }) => id === authorId)
    if (author) return [{ name: author.name, authorSlug: author.slug }]
    return name === null ? [] : [{ name, authorSlug: null }]
  })
}
