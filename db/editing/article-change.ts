import { isDeepStrictEqual } from 'node:util'
import { asc, eq } from 'drizzle-orm'
import { saveLostPages } from '@/db/addresses/lost-list-pages'
import { articleContext } from '@/db/editing/article-context'
import { columns, saveRelations } from '@/db/editing/article-relations'
import { saveLateRun } from '@/db/editing/lateness'
import { readerEvent } from '@/db/editing/reader-event'
import { saveRevision } from '@/db/revisions/revisions'
import {
  dropWorkingCopy,
  hasWorkingCopy,
  rebaseWorkingCopy,
  saveWorkingCopy,
  workingCopyOf,
} from '@/db/revisions/working-copies'
import { type Db, invalidate } from '@/db/store/open'
import { enqueueEvent } from '@/db/store/outbox'
import { articles, articleTopics, bylines } from '@/db/store/schema'
import { manuscriptOf } from '@/lib/article/manuscript'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { same } from '@/lib/merging/same'
import { staleTags } from '@/lib/pages/stale-tags'

/** An article as the store holds it, with what the desk must know to change it. */
export interface StoredArticle {
  id: number
  version: number
  /** null without an embargo. */
  embargoUntil: Date | null
  snapshot: ArticleSnapshot
  /** What time has decided and the row does not say yet, in order. */
  pendingTransitions: ScheduledTransition[]
}

/** A change of state by time alone, and the instant at which it was due. */
export interface ScheduledTransition {
  state: 'published' | 'withdrawn'
  dueAt: Date
}

/** A save: what the article is to be, and who changes it, when and why. */
export interface ArticleSave {
  after: ArticleSnapshot
  /** Left out, the embargo stays as it is. */
  embargoUntil?: Date | null
  by: string
  now: Date
  reason: string
  /** What the editor said about it; left out or empty for nothing. */
  remark?: string
  /** Names a save of a writing room; left out for verbs. */
  saveKey?: string
}

/**
 * The article as it stands at `now`: a due story is published, one past its end withdrawn, whatever it was called when
 * it was last saved. Throws when there is none.
 */
export async function storedArticle(db: Db, id: number, now: Date): Promise<StoredArticle> {
  const [row] = await db.select().from(articles).where(eq(articles.id, id))
  if (!row) throw new Error(`article ${id} does not exist`)
  const topicRows = await db
    .select({ id: articleTopics.topicId })
    .from(articleTopics)
    .where(eq(articleTopics.articleId, id))
    .orderBy(asc(articleTopics.position))
  const bylineRows = await db
    .select({ authorId: bylines.authorId, name: bylines.name })
    .from(bylines)
    .where(eq(bylines.articleId, id))
    .orderBy(asc(bylines.position))
  return {
    id,
    version: row.version,
    embargoUntil: row.embargoUntil,
    pendingTransitions: turnsOf(row, now),
    snapshot: {
      state: stateAt(row, now),
      kind: row.kind,
      headline: row.headline,
      kicker: row.kicker,
      standfirst: row.standfirst,
      body: row.body,
      slug: row.slug,
      sectionId: row.sectionId,
      dateline: row.dateline,
      language: row.language,
      leadMediaId: row.leadMediaId,
      seoTitle: row.seoTitle,
      seoDescription: row.seoDescription,
      translationOfId: row.translationOfId,
      isUnlisted: row.isUnlisted,
      topicIds: topicRows.map((topic) => topic.id),
      bylines: bylineRows,
      publishedAt: row.publishedAt?.getTime() ?? null,
      updatedAt: row.updatedAt?.getTime() ?? null,
      withdrawnAt: row.withdrawnAt?.getTime() ?? null,
      withdrawalReason: row.withdrawalReason,
    },
  }
}

/** Puts a new article into the store with everything that hangs on it and answers its id; in the open transaction. */
export async function addArticle(tx: Db, save: ArticleSave & { createdAt: Date }): Promise<number> {
  const { after, now } = save
  const [row] = await tx
    .insert(articles)
    .values({ ...columns(save), createdAt: save.createdAt, version: 1 })
    .returning({ id: articles.id })
  if (!row) throw new Error('the store gave a new article no id')
  const { id } = row
  await saveRelations(tx, { id, version: 1, save })
  const surroundings = await articleContext(tx, { id, before: null, after, now })
  await invalidate(tx, staleTags({ id, before: null, after, surroundings }, now), now)
  return id
}

/**
 * Saves `save.after` over `article` with everything that hangs on it and answers the new version; in the open
 * transaction. A working copy moves over to the new text: it stays beside an article that readers have or will have,
 * as a version of its own, and goes into any other.
 */
export async function changeArticle(tx: Db, article: StoredArticle, save: ArticleSave): Promise<number> {
  const { by, now } = save
  const { id, snapshot: before } = article
  const current = { ...article, version: await applyScheduled(tx, article, now) }
  const copy = await workingCopyOf(tx, id)
  const manuscript = copy && (await rebaseWorkingCopy(tx, { id, copy, before, after: save.after, now }))
  if (!manuscript) return saveOver(tx, current, save)
  if (!hasWorkingCopy(save.after.state)) {
    await dropWorkingCopy(tx, id)
    const sectionId = manuscript.sectionId ?? save.after.sectionId
    return saveOver(tx, current, { ...save, after: { ...save.after, ...manuscript, sectionId } })
  }
  const version = await saveOver(tx, current, save)
  if (same(manuscript, manuscriptOf(save.after))) {
    await dropWorkingCopy(tx, id)
    return version
  }
  const changed = { id, version, snapshot: save.after }
  return saveWorkingCopy(tx, { article: changed, manuscript, by, now, reason: 'carried over' })
}

/**
 * Writes down what time has decided about `article` by `now` and its row does not say yet, each turn as a version and
 * an event of its own, and answers the version it is at then. Readers see nothing of it, since they were served by the
 * instants all along. A working copy stays as it is, and is the version after these: whoever saves next starts from it.
 * In the open transaction.
 */
export async function applyScheduled(tx: Db, article: StoredArticle, now: Date): Promise<number> {
  let { version } = article
  for (const { state, dueAt } of article.pendingTransitions) {
    version += 1
    await tx.update(articles).set({ state, version, savedAt: now }).where(eq(articles.id, article.id))
    await saveRevision(tx, {
      ...{ articleId: article.id, version, snapshot: { ...article.snapshot, state }, savedAt: now },
      ...{ savedBy: SCHEDULE, reason: state, remark: 'on schedule' },
    })
    await enqueueEvent(tx, { event: state, articleId: article.id, version, happenedAt: dueAt })
    await saveLateRun(tx, { articleId: article.id, event: state, dueAt, ranAt: now })
    if (state === 'withdrawn') await keepPagesLostByTime(tx, article, now)
  }
  const copy = version === article.version ? null : await workingCopyOf(tx, article.id)
  if (!copy) return version
  return saveWorkingCopy(tx, {
    article: { ...article, version },
    ...{ manuscript: copy.manuscript, by: SCHEDULE, now, reason: 'carried over' },
  })
}

async function saveOver(tx: Db, { id, ...article }: StoredArticle, save: ArticleSave): Promise<number> {
  const { snapshot: before } = article
  const { after, now } = save
  const version = article.version + 1
  await tx
    .update(articles)
    .set({ ...columns(save), version })
    .where(eq(articles.id, id))
  await saveRelations(tx, { id, version, save })
  const surroundings = await articleContext(tx, { id, before, after, now })
  await invalidate(tx, staleTags({ id, before, after, surroundings }, now), now)
  await saveLostPages(tx, { id, before, after, surroundings, now })
  const event = readerEvent({ before, after, isCorrection: save.reason === 'corrected', now })
  if (event) await enqueueEvent(tx, { event, articleId: id, version, happenedAt: now })
  return version
}

async function keepPagesLostByTime(tx: Db, { id, snapshot: after }: StoredArticle, now: Date): Promise<void> {
  const before: ArticleSnapshot = { ...after, state: 'published', withdrawnAt: null }
  const surroundings = await articleContext(tx, { id, before, after, now })
  await saveLostPages(tx, { id, before, after, surroundings, now })
}

/** The same, unless nothing differs: then nothing is saved and the version stays. */
export async function saveIfChanged(tx: Db, article: StoredArticle, save: ArticleSave): Promise<{ version: number }> {
  const otherEmbargo =
    save.embargoUntil !== undefined && save.embargoUntil?.getTime() !== article.embargoUntil?.getTime()
  if (!otherEmbargo && isDeepStrictEqual(save.after, article.snapshot)) return { version: article.version }
  return { version: await changeArticle(tx, article, save) }
}

/** Who is named where time alone made a version. */
const SCHEDULE = 'The schedule'

function turnsOf({ state, publishedAt, withdrawnAt }: typeof articles.$inferSelect, now: Date): ScheduledTransition[] {
  if (state !== 'scheduled' && state !== 'published') return []
  const turns: ScheduledTransition[] = []
  if (state === 'scheduled' && publishedAt && publishedAt <= now) turns.push({ state: 'published', dueAt: publishedAt })
  if (withdrawnAt && withdrawnAt <= now) turns.push({ state: 'withdrawn', dueAt: withdrawnAt })
  return turns
}

function stateAt(
  { state, publishedAt, withdrawnAt }: typeof articles.$inferSelect,
  now: Date,
): ArticleSnapshot['state'] {
  if (state !== 'scheduled' && state !== 'published') return state
  if (withdrawnAt && withdrawnAt <= now) return 'withdrawn'
  return publishedAt && publishedAt <= now ? 'published' : 'scheduled'
}
