import { eq } from 'drizzle-orm'
import { keepSetAside } from '@/db/revisions/conflicts'
import { withKnownChoices } from '@/db/revisions/known-choices'
import { saveRevision } from '@/db/revisions/revisions'
import { workingCopies } from '@/db/store/desk-schema'
import type { Db } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { type Manuscript, manuscriptOf } from '@/lib/article/manuscript'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { mergeManuscripts } from '@/lib/merging/merge-manuscripts'
import { same } from '@/lib/merging/same'

/** What editors have typed into a scheduled or public article and not brought before readers. */
export interface WorkingCopy {
  manuscript: Manuscript
  savedBy: string
}

/** The working copy of article `id`; null when its text under work is its own. */
export async function workingCopyOf(db: Db, id: number): Promise<WorkingCopy | null> {
  const [row] = await db
    .select({ manuscript: workingCopies.manuscript, savedBy: workingCopies.savedBy })
    .from(workingCopies)
    .where(eq(workingCopies.articleId, id))
  return row ? { ...row, manuscript: await withKnownChoices(db, manuscriptOf(row.manuscript)) } : null
}

/** Whether edits to an article in this state wait beside it instead of going into it. */
export function hasWorkingCopy(state: ArticleSnapshot['state']): boolean {
  return state === 'scheduled' || state === 'published'
}

interface AsideSave {
  /** The article at the version before. */
  article: { id: number; version: number; snapshot: ArticleSnapshot }
  manuscript: Manuscript
  by: string
  now: Date
  reason: string
  remark?: string
  saveKey?: string
}

/**
 * Keeps `manuscript` as the working copy of the article, as the next version, and answers it; readers see nothing of
 * it. A copy that says what the article says is none, and goes. In the open transaction.
 */
export async function saveWorkingCopy(
  tx: Db,
  { article, manuscript, by, now, reason, remark, saveKey }: AsideSave,
): Promise<number> {
  const { id, snapshot } = article
  const version = article.version + 1
  const row = { manuscript, savedAt: now, savedBy: by }
  if (same(manuscript, manuscriptOf(snapshot))) await dropWorkingCopy(tx, id)
  else {
    await tx
      .insert(workingCopies)
      .values({ articleId: id, ...row })
      .onConflictDoUpdate({ target: workingCopies.articleId, set: row })
  }
  await tx.update(articles).set({ version, savedAt: now }).where(eq(articles.id, id))
  await saveRevision(tx, {
    ...{ articleId: id, version, savedAt: now, savedBy: by, reason, remark, saveKey },
    snapshot: { ...snapshot, ...manuscript },
    aside: true,
  })
  return version
}

/** Throws the working copy away; in the open transaction. */
export async function dropWorkingCopy(tx: Db, id: number): Promise<void> {
  await tx.delete(workingCopies).where(eq(workingCopies.articleId, id))
}

/**
 * The working copy, moved over to an article that somebody changed under it from `before` to `after`: what the copy
 * changed, on the new text. Where both changed one thing the new text stays and the copy's words are set aside.
 * In the open transaction.
 */
export async function rebaseWorkingCopy(
  tx: Db,
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
  await keepSetAside(tx, { articleId: id, setAside, by: copy.savedBy, now })
  return { ...merged, slug: after.slug }
}
