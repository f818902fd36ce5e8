import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import { saveLostPages } from '@/db/addresses/lost-list-pages'
import { articleContext } from '@/db/editing/article-context'
import { articleColumns, indexSnapshots, saveRelations } from '@/db/editing/article-relations'
import type { ArticleSave } from '@/db/editing/article-save'
import { saveLateRun } from '@/db/editing/lateness'
import { readerEvent } from '@/db/editing/reader-event'
import { type StoredArticle, withoutWorkingCopy } from '@/db/editing/stored-article'
import { settleWithheld } from '@/db/editing/withheld-pictures'
import { settleProposals } from '@/db/linking/link-proposals'
import { savePictureUses } from '@/db/pictures/picture-uses'
import { saveRevision } from '@/db/revisions/revisions'
import { dropWorkingCopy, hasWorkingCopy, rebaseWorkingCopy, saveWorkingCopy } from '@/db/revisions/working-copies'
import { invalidate } from '@/db/store/invalidation'
import type { Transaction } from '@/db/store/open'
import { enqueueEvent } from '@/db/store/outbox'
import { articles } from '@/db/store/schema'
import { manuscriptOf } from '@/lib/article/manuscript'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { THE_SITE } from '@/lib/audit/actor'
import { same } from '@/lib/merging/same'
import { staleTags } from '@/lib/pages/stale-tags'
import { withoutAccount } from '@/lib/revisions/saver'

/** The saver of versions that the schedule makes. */
const SCHEDULE = withoutAccount('The schedule')

/** Adds an article with its relations and returns its id; in the open transaction. */
export async function addArticle(tx: Transaction, save: ArticleSave & { createdAt: Date }): Promise<number> {
  const { after, now } = save
  const [row] = await tx
    .insert(articles)
    .values({ ...articleColumns(save), createdAt: save.createdAt, version: 1 })
    .returning({ id: articles.id })
  if (!row) throw new Error('the store gave a new article no id')
  const { id } = row
  await saveRelations(tx, { id, version: 1, save })
  await savePictureUses(tx, { articleId: id, story: after, by: save.by, now })
  const context = await articleContext(tx, { id, before: null, after, now })
  await invalidate(tx, staleTags({ id, before: null, after, context }, now), now)
  return id
}

/**
 * Saves `save.after` as `article`, with its relations, and returns the new version; in the open transaction. A working
 * copy is rebased on the new text. It remains the working copy of a public or scheduled article, as a further version;
 * in any other state it becomes the article's own text.
 */
export async function changeArticle(tx: Transaction, article: StoredArticle, save: ArticleSave): Promise<number> {
  const version = await changeTexts(tx, article, save)
  const { after: story, by, now, replacedPictureById: replacedById } = save
  await settleWithheld(tx, { id: article.id, snapshot: story, now })
  await settleProposals(tx, { id: article.id, story, now })
  const use = { articleId: article.id, story, by, now, ...(replacedById !== undefined && { replacedById }) }
  await savePictureUses(tx, use)
  return version
}

async function changeTexts(tx: Transaction, article: StoredArticle, save: ArticleSave): Promise<number> {
  const { by, now } = save
  const { id, snapshot: before, workingCopy: copy } = article
  const current = { ...article, version: await applyScheduled(tx, article, now) }
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

/** Saves `save.after` as changeArticle does. When nothing differs, nothing is saved and the version stays. */
export async function saveIfChanged(
  tx: Transaction,
  article: StoredArticle,
  save: ArticleSave,
): Promise<{ version: number }> {
  const otherEmbargo =
    save.embargoUntil !== undefined && save.embargoUntil?.getTime() !== article.embargoUntil?.getTime()
  if (!otherEmbargo && isDeepStrictEqual(save.after, article.snapshot)) return { version: article.version }
  return { version: await changeArticle(tx, article, save) }
}

/** Deletes the working copy of `article` and returns the article without it; in the open transaction. */
export async function discardWorkingCopy(tx: Transaction, article: StoredArticle): Promise<StoredArticle> {
  await dropWorkingCopy(tx, article.id)
  return withoutWorkingCopy(article)
}

/**
 * Saves the scheduled transitions of `article` that are due at `now` and not in its row yet, each as a version with an
 * event, and returns the resulting version. Readers notice nothing, because pages follow the instants and not the row.
 * A working copy stays as it is and gets a further version, from which the next save starts. In the open transaction.
 */
export async function applyScheduled(tx: Transaction, article: StoredArticle, now: Date): Promise<number> {
  let { version } = article
  for (const { state, dueAt } of article.pendingTransitions) {
    version += 1
    await tx.update(articles).set({ state, version, savedAt: dueAt }).where(eq(articles.id, article.id))
    await saveRevision(tx, {
      articleId: article.id,
      version,
      snapshot: { ...article.snapshot, state },
      // Readers had it at that instant, as the list says, however late the row follows.
      savedAt: dueAt,
      by: SCHEDULE,
      actor: THE_SITE,
      reason: state,
      remark: 'on schedule',
    })
    await enqueueEvent(tx, { event: state, articleId: article.id, version, happenedAt: dueAt })
    await saveLateRun(tx, { articleId: article.id, event: state, dueAt, ranAt: now })
    const story = { ...article.snapshot, state }
    await savePictureUses(tx, { articleId: article.id, story, by: SCHEDULE, now: dueAt })
    if (state === 'withdrawn') {
      await indexSnapshots(tx, [{ id: article.id, snapshot: story }])
      await settleProposals(tx, { id: article.id, story, now })
      await savePagesLostByTime(tx, article, now)
    }
  }
  const copy = version === article.version ? null : article.workingCopy
  if (!copy) return version
  return saveWorkingCopy(tx, {
    article: { ...article, version },
    manuscript: copy.manuscript,
    by: SCHEDULE,
    now,
    reason: 'carried over',
  })
}

async function saveOver(tx: Transaction, { id, ...article }: StoredArticle, save: ArticleSave): Promise<number> {
  const { snapshot: before } = article
  const { after, now } = save
  const version = article.version + 1
  await tx
    .update(articles)
    .set({ ...articleColumns(save), version })
    .where(eq(articles.id, id))
  await saveRelations(tx, { id, version, save })
  const context = await articleContext(tx, { id, before, after, now })
  await invalidate(tx, staleTags({ id, before, after, context }, now), now)
  await saveLostPages(tx, { id, before, after, context, now })
  const event = readerEvent({ before, after, isCorrection: save.reason === 'corrected', now })
  if (event) await enqueueEvent(tx, { event, articleId: id, version, happenedAt: now })
  return version
}

async function savePagesLostByTime(tx: Transaction, { id, snapshot: after }: StoredArticle, now: Date): Promise<void> {
  const before: ArticleSnapshot = { ...after, state: 'published', withdrawnAt: null }
  const context = await articleContext(tx, { id, before, after, now })
  await saveLostPages(tx, { id, before, after, context, now })
}
