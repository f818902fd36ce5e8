import { changeArticle } from '@/db/editing/article-change'
import type { Conflict, Saved } from '@/db/editing/writing'
import { asSeen, type DeskAct } from '@/db/publishing/as-seen'
import { dropWorkingCopy } from '@/db/revisions/working-copies'
import type { Db } from '@/db/store/open'
import { type Refusal, refuse } from '@/lib/desk/refusal'

/**
 * Throws away what waits beside a scheduled or public article, so that its text under work is its own again: a version
 * of its own, from which open rooms go on. The versions that were saved meanwhile stay.
 */
export async function discardChanges(db: Db, act: DeskAct): Promise<Saved | Refusal | Conflict> {
  const { by, now } = act
  return asSeen(db, act, async (tx, { article, hasUnpublishedChanges }) => {
    if (!hasUnpublishedChanges) return refuse('body', 'There are no changes to discard.')
    await dropWorkingCopy(tx, article.id)
    const after = article.snapshot
    return { version: await changeArticle(tx, article, { after, by, now, reason: 'changes discarded' }) }
  })
}
