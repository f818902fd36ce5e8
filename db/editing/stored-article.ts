import { asc, eq } from 'drizzle-orm'
import { withMergedChoices } from '@/db/revisions/existing-choices'
import { type WorkingCopy, workingCopyOf } from '@/db/revisions/working-copies'
import type { Reader } from '@/db/store/open'
import { articles, articleTopics, bylines } from '@/db/store/schema'
import { slugFrom } from '@/lib/addresses/paths'
import { visibleBylines } from '@/lib/article/clean-bylines'
import { type Manuscript, manuscriptOf } from '@/lib/article/manuscript'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { stateAt } from '@/lib/article/visibility'
import { same } from '@/lib/merging/same'

/** An article of the store, with everything that a change of it needs. */
export interface StoredArticle {
  id: number
  /** Counts saves, those of the working copy included. */
  version: number
  /** null without an embargo. */
  embargoUntil: Date | null
  /** When the draft was deleted; null when it is not. */
  deletedAt: Date | null
  /** The article itself, as readers get it when it is public. */
  snapshot: ArticleSnapshot
  /** null when the text that editors work on is the article's own. */
  workingCopy: WorkingCopy | null
  /** The text that editors work on: the working copy, or else the article's own text. */
  manuscript: Manuscript
  /** Whether a public or scheduled article has a working copy. */
  hasUnpublishedChanges: boolean
  /** The transitions that are due and not in the row yet, in order. */
  pendingTransitions: ScheduledTransition[]
}

/** A change of state by time alone, and the instant at which it was due. */
export interface ScheduledTransition {
  state: 'published' | 'withdrawn'
  dueAt: Date
}

/**
 * Article `id` at `now`: a due story is published and one past its end is withdrawn, also when its row does not say so
 * yet. Throws when the article does not exist.
 */
export async function storedArticle(db: Reader, id: number, now: Date): Promise<StoredArticle> {
  const article = await storedArticleIfAny(db, id, now)
  if (!article) throw new Error(`article ${id} does not exist`)
  return article
}

/** Article `id` at `now`, as storedArticle returns it; null when it does not exist. */
export async function storedArticleIfAny(db: Reader, id: number, now: Date): Promise<StoredArticle | null> {
  const [row] = await db.select().from(articles).where(eq(articles.id, id))
  if (!row) return null
  const snapshot = await snapshotOf(db, row, now)
  const own = manuscriptOf(snapshot)
  const workingCopy = await workingCopyOf(db, id)
  const manuscript = workingCopy ? { ...workingCopy.manuscript, slug: own.slug } : own
  return {
    id,
    version: row.version,
    embargoUntil: row.embargoUntil,
    deletedAt: row.deletedAt,
    snapshot,
    workingCopy,
    manuscript,
    hasUnpublishedChanges: workingCopy !== null && !same(manuscript, own),
    pendingTransitions: pendingTransitionsOf(row, now),
  }
}

/** The article as it is after its working copy was deleted: editors work on its own text. */
export function withoutWorkingCopy(article: StoredArticle): StoredArticle {
  const manuscript = manuscriptOf(article.snapshot)
  return { ...article, workingCopy: null, manuscript, hasUnpublishedChanges: false }
}

/** Whether the slug cannot follow the headline any more, because the article is scheduled or was public. */
export function isAddressFixed({ snapshot }: Pick<StoredArticle, 'snapshot'>): boolean {
  return snapshot.publishedAt !== null
}

type Row = typeof articles.$inferSelect

async function snapshotOf(db: Reader, row: Row, now: Date): Promise<ArticleSnapshot> {
  const topicRows = await db
    .select({ id: articleTopics.topicId })
    .from(articleTopics)
    .where(eq(articleTopics.articleId, row.id))
    .orderBy(asc(articleTopics.position))
  const bylineRows = await db
    .select({ authorId: bylines.authorId, name: bylines.name })
    .from(bylines)
    .where(eq(bylines.articleId, row.id))
    .orderBy(asc(bylines.position))
  return {
    state: stateAt(row, now),
    kind: row.kind,
    headline: row.headline,
    kicker: row.kicker,
    standfirst: row.standfirst,
    body: row.body,
    // An address that readers know never changes; one that only waits for them keeps to the rules of today.
    slug: row.publishedAt === null ? slugFrom(row.slug) : row.slug,
    sectionId: row.sectionId,
    dateline: row.dateline,
    language: row.language,
    leadMediaId: row.leadMediaId,
    seoTitle: row.seoTitle,
    seoDescription: row.seoDescription,
    translationOfId: row.translationOfId,
    isUnlisted: row.isUnlisted,
    // While a merger moves its stories, each reads as if it had been moved.
    ...(await withMergedChoices(db, {
      topicIds: topicRows.map((topic) => topic.id),
      bylines: visibleBylines(bylineRows),
    })),
    publishedAt: row.publishedAt?.getTime() ?? null,
    updatedAt: row.updatedAt?.getTime() ?? null,
    withdrawnAt: row.withdrawnAt?.getTime() ?? null,
    withdrawalReason: row.withdrawalReason,
  }
}

function pendingTransitionsOf({ state, publishedAt, withdrawnAt }: Row, now: Date): ScheduledTransition[] {
  if (state !== 'scheduled' && state !== 'published') return []
  const pending: ScheduledTransition[] = []
  if (state === 'scheduled' && publishedAt && publishedAt <= now) {
    pending.push({ state: 'published', dueAt: publishedAt })
  }
  if (withdrawnAt && withdrawnAt <= now) pending.push({ state: 'withdrawn', dueAt: withdrawnAt })
  return pending
}
