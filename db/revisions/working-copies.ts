import { eq } from 'drizzle-orm'
import { saveSetAside } from '@/db/revisions/conflicts'
import { withExistingChoices } from '@/db/revisions/existing-choices'
import { saveRevision } from '@/db/revisions/revisions'
import { workingCopies } from '@/db/store/desk-schema'
import type { Reader, Transaction } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { type Manuscript, manuscriptOf } from '@/lib/article/manuscript'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { mergeManuscripts } from '@/lib/merging/merge-manuscripts'
import { same } from '@/lib/merging/same'
import type { Saver } from '@/lib/revisions/saver'

/** The unpublished changes of a scheduled or public article. */
export interface WorkingCopy {
  manuscript: Manuscript
  savedBy: string
}

/** The working copy of article `id`; null without unpublished changes. */
export async function workingCopyOf(db: Reader, id: number): Promise<WorkingCopy | null> {
  const [row] = await db
    .select({ manuscript: workingCopies.manuscript, savedBy: workingCopies.savedBy })
    .from(workingCopies)
    .where(eq(workingCopies.articleId, id))
  return row ? { ...row, manuscript: await withExistingChoices(db, manuscriptOf(row.manuscript)) } : null
}

/** Whether edits to an article in this state go into a working copy instead of the article. */
export function hasWorkingCopy(state: ArticleSnapshot['state']): boolean {
  return state === 'scheduled' || state === 'published'
}

interface WorkingCopySave {
  /** The article before the save. */
  article: { id: number; version: number; snapshot: ArticleSnapshot }
  manuscript: Manuscript
  by: Saver
  now: Date
  reason: string
  remark?: string | undefined
  saveKey?: string | undefined
}

/**
 * Saves `manuscript` as the working copy of the article, as the next version, and returns that version. Readers do not
 * see it. A copy that equals the article's own text is deleted. In the open transaction.
 */
export async function saveWorkingCopy(
  tx: Transaction,
  { article, manuscript, by, now, reason, remark, saveKey }: WorkingCopySave,
): Promise<number> {
  const { id, snapshot } = article
  const version = article.version + 1
  const row = { manuscript, savedAt: now, savedBy: by.name }
  if (same(manuscript, manuscriptOf(snapshot))) await dropWorkingCopy(tx, id)
  else {
    await tx
      .insert(workingCopies)
      .values({ articleId: id, ...row })
      .onConflictDoUpdate({ target: workingCopies.articleId, set: row })
  }
  await tx.update(articles).set({ version, savedAt: now }).where(eq(articles.id, id))
  await saveRevision(tx, {
    articleId: id,
    version,
    savedAt: now,
    by,
    reason,
    remark,
    saveKey,
    snapshot: { ...snapshot, ...manuscript },
    aside: true,
  })
  return version
}

/** Deletes the working copy; in the open transaction. */
export async function dropWorkingCopy(tx: Transaction, id: number): Promise<void> {
  await tx.delete(workingCopies).where(eq(workingCopies.articleId, id))
}

/**
 * Rebases the working copy on an article that changed from `before` to `after`: the result is the new text with the
 * changes of the copy. Where both changed one thing, the new text stays and that of the copy is set aside.
 * In the open transaction.
 */
export async function rebaseWorkingCopy(
  tx: Transaction,
  {
    id,
    copy,
    before,
    after,
    now,
  }: { id: number; copy: WorkingCopy; before: ArticleSnapshot; after: ArticleSnapshot; now: Date },
): Promise<Manuscript> {
  const { merged, setAside } = mergeManuscripts({
    base: manuscriptOf(before),
    mine: copy.manuscript,
    theirs: manuscriptOf(after),
  })
  await saveSetAside(tx, { articleId: id, setAside, by: copy.savedBy, now })
  return { ...merged, slug: after.slug }
}
