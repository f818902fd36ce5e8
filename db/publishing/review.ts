import { saveNote } from '@/db/comments/notes'
import { notify } from '@/db/comments/notifications'
import { saveIfChanged } from '@/db/editing/article-change'
import { articleOwnership } from '@/db/editing/ownership'
import { type Outcome, type VerbInput, withVersionCheck } from '@/db/editing/version-check'
import type { Writer } from '@/db/store/open'
import type { ArticleState } from '@/lib/article/article'
import { refuse } from '@/lib/desk/refusal'

interface ReviewAct extends VerbInput {
  /** A note for the person who works on the story next; empty for none. */
  words: string
}

/** Submits a draft for review. A story in review stays as it is. */
export async function submit(db: Writer, act: ReviewAct): Promise<Outcome> {
  return move(db, act, { from: 'draft', to: 'in-review', reason: 'submitted' })
}

/** Returns a story in review to its writer, who is notified. A draft stays as it is. */
export async function returnToWriter(db: Writer, act: ReviewAct): Promise<Outcome> {
  return move(db, act, { from: 'in-review', to: 'draft', reason: 'returned' })
}

/** Takes a story back from review, as its writer does who wants to go on. A draft stays as it is. */
export async function takeBack(db: Writer, act: ReviewAct): Promise<Outcome> {
  return move(db, act, { from: 'in-review', to: 'draft', reason: 'taken back' })
}

async function move(
  db: Writer,
  { words, ...act }: ReviewAct,
  { from, to, reason }: { from: ArticleState; to: ArticleState; reason: string },
): Promise<Outcome> {
  const { id, by, now } = act
  return withVersionCheck(db, act, async (tx, article) => {
    const { state } = article.snapshot
    if (state === to) return { version: article.version }
    if (state !== from)
      return refuse('state', 'Only a story that is not scheduled and was never public is handed over.')
    const noteId = await saveNote(tx, { articleId: id, kind: 'hand-over', words, by, now })
    if (reason === 'returned') {
      const { ownerId, assigneeId } = (await articleOwnership(tx, id)) ?? { ownerId: null }
      const userIds = [ownerId, assigneeId].flatMap((userId) => userId ?? [])
      await notify(tx, { userIds, articleId: id, ...(noteId && { noteId }), kind: 'return', causedBy: by, now })
    }
    const after = { ...article.snapshot, state: to }
    return saveIfChanged(tx, article, { after, by, now, reason, remark: words.trim() })
  })
}
