import { eq } from 'drizzle-orm'
import {
  type ArticleSave,
  addArticle,
  changeArticle,
  type StoredArticle,
  storedArticle,
} from '@/db/editing/article-change'
import { lateness } from '@/db/editing/lateness'
import { siteSettings } from '@/db/paper/site'
import { keepSetAside, openConflicts, settleConflicts } from '@/db/revisions/conflicts'
import { withKnownChoices } from '@/db/revisions/known-choices'
import { isSaved, revisionsOf, snapshotAtOrBefore } from '@/db/revisions/revisions'
import { dropWorkingCopy, hasWorkingCopy, saveWorkingCopy, workingCopyOf } from '@/db/revisions/working-copies'
import { users } from '@/db/store/account-schema'
import { type Db, inTransaction } from '@/db/store/open'
import { articles, sections } from '@/db/store/schema'
import { articlePath, slugFrom } from '@/lib/addresses/paths'
import { emptyManuscript, type Manuscript, manuscriptOf } from '@/lib/article/manuscript'
import type { ManuscriptSave } from '@/lib/desk/manuscript-save'
import type { OpenedArticle } from '@/lib/desk/opened-article'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import type { SavedManuscript } from '@/lib/desk/saved-manuscript'
import { mergeManuscripts } from '@/lib/merging/merge-manuscripts'
import { same } from '@/lib/merging/same'

/** The text of an article that editors work on: its own, or the working copy beside it. */
export interface WorkingText {
  /** The article as readers have it, or will; its version counts saves of the working copy as well. */
  article: StoredArticle
  manuscript: Manuscript
  /** Whether the manuscript waits beside an article that readers have, or will have, without it. */
  hasUnpublishedChanges: boolean
}

/** The text under work of article `id` at `now`. Throws when there is no such article. */
export async function workingText(db: Db, { id, now }: { id: number; now: Date }): Promise<WorkingText> {
  const article = await storedArticle(db, id, now)
  const copy = await workingCopyOf(db, id)
  const own = manuscriptOf(article.snapshot)
  const manuscript = copy ? { ...copy.manuscript, slug: own.slug } : own
  return { article, manuscript, hasUnpublishedChanges: copy !== null && !same(manuscript, own) }
}

/** The version that article `id` is at; null when there is none. */
export async function versionOf(db: Db, id: number): Promise<number | null> {
  const [row] = await db.select({ version: articles.version }).from(articles).where(eq(articles.id, id))
  return row?.version ?? null
}

/** Begins an empty draft in the language of the paper, for `ownerId`, and answers its id. */
export async function startArticle(
  db: Db,
  { ownerId, by, now }: { ownerId: string; by: string; now: Date },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { value: paper } = await siteSettings(tx)
    const after = {
      ...emptyManuscript(paper.language),
      ...{ state: 'draft' as const, publishedAt: null, updatedAt: null, withdrawnAt: null, withdrawalReason: '' },
    }
    const id = await addArticle(tx, { after, createdAt: now, by, now, reason: 'written' })
    await tx.update(articles).set({ ownerId }).where(eq(articles.id, id))
    return id
  })
}

/** Article `id` as it stands open at the desk at `now`, for anybody who may read it; null when there is none. */
export async function openedArticle(
  db: Db,
  { id, now }: { id: number; now: Date },
): Promise<Omit<OpenedArticle, 'can'> | null> {
  const [row] = await db
    .select({ ownerName: users.name, section: sections.slug, deletedAt: articles.deletedAt })
    .from(articles)
    .leftJoin(users, eq(users.id, articles.ownerId))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(articles.id, id))
  if (!row) return null
  const text = await workingText(db, { id, now })
  const { snapshot, embargoUntil } = text.article
  const { state, slug, publishedAt, updatedAt, withdrawnAt, withdrawalReason } = snapshot
  const { hasUnpublishedChanges } = text
  return {
    ...(await savedText(db, text)),
    ...{ id, state, publishedAt, updatedAt, withdrawnAt, withdrawalReason, hasUnpublishedChanges },
    embargoUntil: embargoUntil?.getTime() ?? null,
    deletedAt: row.deletedAt?.getTime() ?? null,
    ownerName: row.ownerName,
    path: row.section === null ? null : articlePath({ section: row.section, slug, id }),
    late: (await lateness(db, { ids: [id], now })).get(id) ?? null,
  }
}

type Save = ManuscriptSave & { id: number; by: string; now: Date }

/**
 * Keeps what `by` typed into article `id`, merged with what others saved since version `basedOn`, and answers the text
 * as it is then. Edits to an article that readers have, or will have, wait beside it in its working copy.
 * - A save that arrived before (the same key) changes nothing.
 * - Where somebody else changed the same field or element, theirs stays and what `by` wrote is set aside, like what the
 *   writer's room has set aside itself; conflicts that `settles` names are settled.
 * - When the version named is not kept any more, the newest older one is what both started from.
 * - Choices that are not in the store are left out. The slug of an article that was never scheduled or public follows
 *   its headline unless an editor chose another; afterwards it stays.
 * - Refuses a draft that was thrown away. Throws when there is no such article.
 */
export async function saveManuscript(db: Db, save: Save): Promise<SavedManuscript | Refusal> {
  const { id, key, settles = [], setAside = [], by, now } = save
  return inTransaction(db, async (tx) => {
    const text = await workingText(tx, { id, now })
    if (await isSaved(tx, { articleId: id, key })) return savedText(tx, text)
    if (await isThrownAway(tx, id)) return refuse('state', 'This draft was deleted. Recover it to go on writing.')
    const base = await baseOf(tx, text, save.basedOn)
    const mine = await fitting(tx, text, save.manuscript)
    const merged = mergeManuscripts({ base, mine, theirs: text.manuscript })
    await settleConflicts(tx, { articleId: id, ids: settles, by, now })
    const lost = [...setAside, ...merged.setAside]
    await keepSetAside(tx, { articleId: id, setAside: lost, by, now })
    // Also a save that others made superfluous is kept by its key, so that it stays without effect when it comes again.
    const saysSomething = lost.length > 0 || !base || !same(mine, base)
    if (saysSomething) {
      const manuscript = addressed(text, merged.merged)
      await keepManuscript(tx, { article: text.article, manuscript, by, now, reason: 'saved', saveKey: key })
    }
    return savedText(tx, await workingText(tx, { id, now }))
  })
}

/** The manuscript from which a save started; null when that cannot be known. */
async function baseOf(tx: Db, { article, manuscript }: WorkingText, basedOn: number): Promise<Manuscript | null> {
  if (basedOn === article.version) return manuscript
  // A version that is still to come was saved in another life of this store.
  if (basedOn > article.version) return null
  const kept = await snapshotAtOrBefore(tx, { articleId: article.id, version: basedOn })
  return kept && manuscriptOf(kept)
}

/** What was sent, as far as this article can have it: an unknown section changes nothing, nor does a frozen slug. */
async function fitting(tx: Db, { article, manuscript }: WorkingText, sent: Manuscript): Promise<Manuscript> {
  const known = await withKnownChoices(tx, sent)
  const sectionId = sent.sectionId !== null && known.sectionId === null ? manuscript.sectionId : known.sectionId
  return { ...known, sectionId, slug: isAddressFixed(article) ? manuscript.slug : sent.slug }
}

/** The merged text with the slug that it is to have. */
function addressed({ article, manuscript: before }: WorkingText, merged: Manuscript): Manuscript {
  if (isAddressFixed(article)) return merged
  const followed = before.slug === slugFrom(before.headline)
  const chosen = merged.slug !== before.slug && merged.slug !== ''
  return { ...merged, slug: slugFrom(followed && !chosen ? merged.headline : merged.slug) || slugFrom(merged.headline) }
}

/** Why, when and by whom a text is kept. */
type Keeping = Pick<ArticleSave, 'by' | 'now' | 'reason' | 'remark' | 'saveKey'>

/**
 * Makes `manuscript` the text under work: beside an article that readers have or will have, as any other's own. Answers
 * the version; in the open transaction.
 */
export async function keepManuscript(
  tx: Db,
  { article, manuscript, ...made }: Keeping & { article: StoredArticle; manuscript: Manuscript },
): Promise<number> {
  const { snapshot } = article
  if (hasWorkingCopy(snapshot.state)) return saveWorkingCopy(tx, { article, manuscript, ...made })
  // What waited beside an article that has reached its end goes into it.
  await dropWorkingCopy(tx, article.id)
  // A withdrawn article keeps its place in the paper.
  const sectionId = manuscript.sectionId ?? (snapshot.publishedAt === null ? null : snapshot.sectionId)
  return changeArticle(tx, article, { after: { ...snapshot, ...manuscript, sectionId }, ...made })
}

/** Whether the slug stays what it is: the article is scheduled, or was public. */
export function isAddressFixed({ snapshot }: StoredArticle): boolean {
  return snapshot.publishedAt !== null
}

async function isThrownAway(tx: Db, id: number): Promise<boolean> {
  const [row] = await tx.select({ deletedAt: articles.deletedAt }).from(articles).where(eq(articles.id, id))
  return row?.deletedAt != null
}

async function savedText(db: Db, { article, manuscript }: WorkingText): Promise<SavedManuscript> {
  const { id, version } = article
  const [last] = await revisionsOf(db, { articleId: id, limit: 1 })
  if (!last) throw new Error(`article ${id} has no revision`)
  const { savedBy, savedAt } = last
  return { version, manuscript, savedAt: savedAt.getTime(), savedBy, conflicts: await openConflicts(db, id) }
}
