import { eq } from 'drizzle-orm'
import { addArticle, changeArticle, discardWorkingCopy } from '@/db/editing/article-change'
import type { SaveDetails } from '@/db/editing/article-save'
import { lateness } from '@/db/editing/lateness'
import { isAddressFixed, type StoredArticle, storedArticle, storedArticleIfAny } from '@/db/editing/stored-article'
import { withheldSentences } from '@/db/editing/withheld-pictures'
import { authorOfAccount } from '@/db/paper/account-byline'
import { siteSettings } from '@/db/paper/site'
import { savePictureUses } from '@/db/pictures/picture-uses'
import { openConflicts, resolveConflicts, saveSetAside } from '@/db/revisions/conflicts'
import { withExistingChoices, withMergedChoices } from '@/db/revisions/existing-choices'
import { isSaved, revisionsOf, snapshotAtOrBefore } from '@/db/revisions/revisions'
import { hasWorkingCopy, saveWorkingCopy } from '@/db/revisions/working-copies'
import { users } from '@/db/store/account-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { articles, sections } from '@/db/store/schema'
import { articlePath, slugFrom } from '@/lib/addresses/paths'
import { emptyManuscript, type Manuscript, manuscriptOf } from '@/lib/article/manuscript'
import { NEW_DRAFT } from '@/lib/article/snapshot'
import type { ManuscriptSave } from '@/lib/desk/articles/manuscript-save'
import type { OpenedArticle } from '@/lib/desk/articles/opened-article'
import type { SavedManuscript } from '@/lib/desk/articles/saved-manuscript'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { mergeManuscripts } from '@/lib/merging/merge-manuscripts'
import { same } from '@/lib/merging/same'
import type { Saver } from '@/lib/revisions/saver'

/** The present version of article `id`; null when it does not exist. */
export async function versionOf(db: Reader, id: number): Promise<number | null> {
  const [row] = await db.select({ version: articles.version }).from(articles).where(eq(articles.id, id))
  return row?.version ?? null
}

/** Creates an empty draft of `owner` in the language of the paper, under the owner's byline, and returns its id. */
export async function startArticle(
  db: Writer,
  { owner, now }: { owner: { id: string; name: string }; now: Date },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { value: paper } = await siteSettings(tx)
    const author = await authorOfAccount(tx, owner.id)
    const bylines = author ? [{ authorId: author.id, name: null }] : []
    const after = { ...emptyManuscript(paper.language), bylines, ...NEW_DRAFT }
    const id = await addArticle(tx, { after, createdAt: now, by: owner, now, reason: 'written' })
    await tx.update(articles).set({ ownerId: owner.id }).where(eq(articles.id, id))
    return id
  })
}

/** Article `id` as the writing room opens it at `now`; null when it does not exist. The caller checks permissions. */
export async function openedArticle(
  db: Reader,
  { id, now }: { id: number; now: Date },
): Promise<Omit<OpenedArticle, 'can'> | null> {
  const article = await storedArticleIfAny(db, id, now)
  if (!article) return null
  const [row] = await db
    .select({ ownerName: users.name, section: sections.slug })
    .from(articles)
    .leftJoin(users, eq(users.id, articles.ownerId))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(articles.id, id))
  const { snapshot, embargoUntil, deletedAt, hasUnpublishedChanges } = article
  const { state, slug, publishedAt, updatedAt, withdrawnAt, withdrawalReason } = snapshot
  return {
    ...(await savedManuscript(db, article)),
    id,
    state,
    publishedAt,
    updatedAt,
    withdrawnAt,
    withdrawalReason,
    hasUnpublishedChanges,
    embargoUntil: embargoUntil?.getTime() ?? null,
    deletedAt: deletedAt?.getTime() ?? null,
    ownerName: row?.ownerName ?? null,
    path: row?.section ? articlePath({ section: row.section, slug, id }) : null,
    withheld: await withheldSentences(db, { id, snapshot, now }),
    late: (await lateness(db, { ids: [id], now })).get(id) ?? null,
  }
}

type Save = ManuscriptSave & { id: number; by: Saver; now: Date }

/**
 * Saves what `by` typed into article `id`, merged with what others saved since version `basedOn`, and returns the
 * resulting text. Edits to a public or scheduled article go into its working copy.
 * - A save that arrived before (with the same key) changes nothing.
 * - Where somebody else changed the same field or element, theirs stays. What `by` wrote is set aside, and so is what
 *   the writer's page has set aside itself. The conflicts in `settles` are resolved.
 * - When version `basedOn` is not in the store any more, the newest older one is the common base.
 * - Choices that do not exist in the store are left out. The slug of an article that was never scheduled or public
 *   follows its headline unless an editor chose another; afterwards it stays.
 * - Refuses a deleted draft. Throws when the article does not exist.
 */
export async function saveManuscript(db: Writer, save: Save): Promise<SavedManuscript | Refusal> {
  const { id, key, settles = [], setAside = [], by, now } = save
  return inTransaction(db, async (tx) => {
    const article = await storedArticle(tx, id, now)
    if (await isSaved(tx, { articleId: id, key })) return savedManuscript(tx, article)
    if (article.deletedAt) return refuse('state', 'This draft was deleted. Recover it to go on writing.')
    const base = await baseOf(tx, article, save.basedOn)
    const mine = await withinStore(tx, article, save.manuscript)
    const merged = mergeManuscripts({ base, mine, theirs: article.manuscript })
    await resolveConflicts(tx, { articleId: id, ids: settles, by: by.name, now })
    const lost = [...setAside, ...merged.setAside]
    await saveSetAside(tx, { articleId: id, setAside: lost, by: by.name, now })
    // A save that no longer changes anything is saved under its key too, so that it has no effect when it comes again.
    const saysSomething = lost.length > 0 || !base || !same(mine, base)
    if (saysSomething) {
      const manuscript = withSlug(article, merged.merged)
      await saveText(tx, { article, manuscript, by, now, reason: 'saved', saveKey: key })
    }
    return savedManuscript(tx, await storedArticle(tx, id, now))
  })
}

/**
 * Makes `manuscript` the text that editors work on: the working copy of a public or scheduled article, the own text of
 * any other. Returns the version; in the open transaction.
 */
export async function saveText(
  tx: Transaction,
  { article, manuscript, ...made }: SaveDetails & { article: StoredArticle; manuscript: Manuscript },
): Promise<number> {
  const { snapshot } = article
  if (hasWorkingCopy(snapshot.state)) {
    const version = await saveWorkingCopy(tx, { article, manuscript, ...made })
    await savePictureUses(tx, { articleId: article.id, story: snapshot, by: made.by, now: made.now })
    return version
  }
  // The working copy of an article that has reached its end becomes its own text.
  const own = await discardWorkingCopy(tx, article)
  // An article that was public keeps a section.
  const sectionId = manuscript.sectionId ?? (snapshot.publishedAt === null ? null : snapshot.sectionId)
  return changeArticle(tx, own, { after: { ...snapshot, ...manuscript, sectionId }, ...made })
}

/** The manuscript from which a save started; null when it is unknown. */
async function baseOf(
  db: Reader,
  { id, version, manuscript }: StoredArticle,
  basedOn: number,
): Promise<Manuscript | null> {
  if (basedOn === version) return manuscript
  // A version above the present one was saved in a store that a backup has replaced.
  if (basedOn > version) return null
  const snapshot = await snapshotAtOrBefore(db, { articleId: id, version: basedOn })
  return snapshot && withMergedChoices(db, manuscriptOf(snapshot))
}

/** `sent` without choices that do not exist: an unknown section leaves the article's, and a fixed slug stays. */
async function withinStore(db: Reader, article: StoredArticle, sent: Manuscript): Promise<Manuscript> {
  const { manuscript } = article
  const existing = await withExistingChoices(db, sent)
  const isUnknown = sent.sectionId !== null && existing.sectionId === null
  const sectionId = isUnknown ? manuscript.sectionId : existing.sectionId
  return { ...existing, sectionId, slug: isAddressFixed(article) ? manuscript.slug : sent.slug }
}

/** The text with its slug: fixed, chosen by an editor, or following the headline. */
export function withSlug(article: StoredArticle, merged: Manuscript): Manuscript {
  if (isAddressFixed(article)) return merged
  const { manuscript: before } = article
  const followed = before.slug === slugFrom(before.headline)
  const chosen = merged.slug !== before.slug && merged.slug !== ''
  return { ...merged, slug: slugFrom(followed && !chosen ? merged.headline : merged.slug) || slugFrom(merged.headline) }
}

async function savedManuscript(db: Reader, { id, version, manuscript }: StoredArticle): Promise<SavedManuscript> {
  const [last] = await revisionsOf(db, { articleId: id, limit: 1 })
  if (!last) throw new Error(`article ${id} has no revision`)
  const { savedBy, savedAt } = last
  return { version, manuscript, savedAt: savedAt.getTime(), savedBy, conflicts: await openConflicts(db, id) }
}
