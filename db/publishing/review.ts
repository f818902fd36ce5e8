import { saveIfChanged } from '@/db/editing/article-change'
import { keepNote } from '@/db/editing/notes'
import type { Conflict, Saved } from '@/db/editing/writing'
import { asSeen, type DeskAct } from '@/db/publishing/as-seen'
import type { Db } from '@/db/store/open'
import type { ArticleState } from '@/lib/article/article'
import { type Refusal, refuse } from '@/lib/desk/refusal'

interface HandOver extends DeskAct {
  /** What goes with the story, for whoever takes it; empty for nothing. */
  words: string
  /** null when somebody without an account acts. */
  userId: string | null
}

/** Hands a draft to the editors for review. One that is in review already stays as it is. */
export async function submit(db: Db, act: HandOver): Promise<Saved | Refusal | Conflict> {
  return handOver(db, act, { from: 'draft', to: 'in-review', reason: 'submitted' })
}

/** Hands a story in review back to its writer. One that is a draft already stays as it is. */
export async function returnToWriter(db: Db, act: HandOver): Promise<Saved | Refusal | Conflict> {
  return handOver(db, act, { from: 'in-review', to: 'draft', reason: 'returned' })
}

async function handOver(
  db: Db,
  { words, userId, ...act }: HandOver,
  { from, to, reason }: { from: ArticleState; to: ArticleState; reason: string },
): Promise<Saved | Refusal | Conflict> {
  const { id, by, now } = act
  return asSeen(db, act, async (tx, { article }) => {
    const { state } = article.snapshot
    if (state === to) return { version: article.version }
    if (state !== from)
      return refuse('state', 'Only a story that is not scheduled and was never public is handed over.')
    await keepNote(tx, { articleId: id, kind: 'hand-over', words, by, userId, now })
    const after = { ...article.snapshot, state: to }
    return saveIfChanged(tx, article, { after, by, now, reason, remark: words.trim() })
  })
}
