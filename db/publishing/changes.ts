import { desc, eq } from 'drizzle-orm'
import { changeArticle, discardWorkingCopy } from '@/db/editing/article-change'
import type { SaveDetails } from '@/db/editing/article-save'
import type { StoredArticle } from '@/db/editing/stored-article'
import { type Outcome, type Saved, type VerbInput, withVersionCheck } from '@/db/editing/version-check'
import { revisedBy, saveRevised } from '@/db/editing/writing'
import { publicationAhead } from '@/db/publishing/checklist'
import { type Checked, refusalBy } from '@/db/publishing/checks'
import { invalidate } from '@/db/store/invalidation'
import type { Transaction, Writer } from '@/db/store/open'
import { corrections } from '@/db/store/schema'
import type { Manuscript } from '@/lib/article/manuscript'
import { unreadyIn } from '@/lib/article/readiness'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { tags } from '@/lib/pages/tags'

/** How readers learn of changes: not at all, by a new time of update, or by that and a correction note. */
export type ChangeKind = 'fix' | 'update' | 'correction'

/**
 * Publishes the unpublished changes of a public article. Those of a scheduled article become its own text, only as a
 * fix. A correction needs a note, and may consist of the note alone.
 */
export async function publishChanges(
  db: Writer,
  { as, note, checks, ...act }: VerbInput & Checked & { as: ChangeKind; note: string },
): Promise<Outcome> {
  const { by, now } = act
  return withVersionCheck(db, act, async (tx, article) => {
    const { manuscript, hasUnpublishedChanges } = article
    if (as !== 'correction' && !hasUnpublishedChanges) return refuse('body', 'There are no changes to publish.')
    const at = publicationAhead(article, now)
    // A note alone changes no text: readers have what the checklist would judge.
    const blocked = hasUnpublishedChanges ? await refusalBy(tx, checks, { article, manuscript, at }) : null
    if (blocked) return blocked
    const { slug: _fixed, ...change } = manuscript
    switch (as) {
      case 'fix':
        return saveRevised(tx, article, { change, by, now, reason: 'fixed' })
      case 'update':
        return saveUpdate(tx, article, { change, by, now, reason: 'updated' })
      case 'correction': {
        const saved = await saveCorrection(tx, article, { change, note, by, now })
        if (!('version' in saved) || saved.version > article.version) return saved
        return refuse('note', 'The story carries this note already. Say what else was wrong.')
      }
    }
  })
}

/** Discards the unpublished changes of a scheduled or public article; their versions stay in its history. */
export async function discardChanges(db: Writer, act: VerbInput): Promise<Outcome> {
  const { by, now } = act
  return withVersionCheck(db, act, async (tx, article) => {
    if (!article.hasUnpublishedChanges) return refuse('body', 'There are no changes to discard.')
    const own = await discardWorkingCopy(tx, article)
    // Discarding makes a new version, on which open pages of the desk base their next saves.
    const made = { by, now, reason: 'changes discarded' }
    return { version: await changeArticle(tx, own, { after: article.snapshot, ...made }) }
  })
}

type ChangeAct = VerbInput & { change?: Partial<Manuscript> }

/** Changes a public article and gives it a new time of update. */
export async function update(db: Writer, { change, ...act }: ChangeAct): Promise<Outcome> {
  const { by, now } = act
  return withVersionCheck(db, act, async (tx, article) =>
    saveUpdate(tx, article, { change, by, now, reason: 'updated' }),
  )
}

/**
 * Corrects a public article, adds a note that readers see, and gives it a new time of update.
 * Does nothing when the note equals the article's last correction note.
 */
export async function correct(db: Writer, { note, change, ...act }: ChangeAct & { note: string }): Promise<Outcome> {
  const { by, now } = act
  return withVersionCheck(db, act, async (tx, article) => saveCorrection(tx, article, { change, note, by, now }))
}

type Text = { change: Partial<Manuscript> | undefined }

async function saveUpdate(
  tx: Transaction,
  article: StoredArticle,
  { change, ...made }: Text & SaveDetails,
): Promise<Saved | Refusal> {
  if (article.snapshot.state !== 'published') return refuse('state', 'Only a public story can be updated or corrected.')
  const revised = await revisedBy(tx, article, { change })
  if ('problems' in revised) return revised
  const problems = unreadyIn(revised.after)
  if (problems.length) return { problems }
  const after = { ...revised.after, updatedAt: made.now.getTime() }
  return { version: await changeArticle(tx, article, { ...revised, ...made, after }) }
}

async function saveCorrection(
  tx: Transaction,
  article: StoredArticle,
  { note, ...rest }: Text & Pick<SaveDetails, 'by' | 'now'> & { note: string },
): Promise<Saved | Refusal> {
  const words = note.trim()
  if (!words) return refuse('note', 'Say what was wrong and what is right.')
  const { id, version } = article
  const [last] = await tx
    .select({ note: corrections.note })
    .from(corrections)
    .where(eq(corrections.articleId, id))
    .orderBy(desc(corrections.correctedAt), desc(corrections.id))
    .limit(1)
  if (last?.note === words) return { version }
  const saved = await saveUpdate(tx, article, { ...rest, reason: 'corrected', remark: words })
  if (!('version' in saved)) return saved
  await tx.insert(corrections).values({ articleId: id, note: words, correctedAt: rest.now })
  await invalidate(tx, [tags.article(id), tags.correctionsList], rest.now)
  return saved
}
