import { and, asc, eq, isNull } from 'drizzle-orm'
import { notes } from '@/db/store/desk-schema'
import { type Db, inTransaction } from '@/db/store/open'
import type { Note } from '@/lib/desk/note'
import { type Refusal, refuse } from '@/lib/desk/refusal'

/** More than a conversation about one story comes to. */
const MOST_NOTES = 500
const LONGEST_NOTE = 5000

/** What editors have told each other about article `articleId`, oldest first; at most 500 notes. */
export async function notesOf(db: Db, articleId: number): Promise<Note[]> {
  const rows = await db
    .select({
      id: notes.id,
      kind: notes.kind,
      words: notes.words,
      writtenBy: notes.writtenBy,
      writtenAt: notes.writtenAt,
      resolvedAt: notes.resolvedAt,
    })
    .from(notes)
    .where(eq(notes.articleId, articleId))
    .orderBy(asc(notes.writtenAt), asc(notes.id))
    .limit(MOST_NOTES)
  return rows.map((row) => ({
    ...row,
    writtenAt: row.writtenAt.getTime(),
    resolvedAt: row.resolvedAt?.getTime() ?? null,
  }))
}

interface Remarks {
  articleId: number
  words: string
  by: string
  /** null when somebody without an account writes. */
  userId: string | null
  now: Date
}

/** Adds a comment to the thread of article `articleId` and answers the thread. */
export async function comment(db: Db, said: Remarks): Promise<{ notes: Note[] } | Refusal> {
  if (!said.words.trim()) return refuse('words', 'Write the note first.')
  if (said.words.length > LONGEST_NOTE) return refuse('words', `A note has at most ${LONGEST_NOTE} characters.`)
  return inTransaction(db, async (tx) => {
    await keepNote(tx, { ...said, kind: 'comment' })
    return { notes: await notesOf(tx, said.articleId) }
  })
}

/** Keeps what was said, without the blanks around it; silence is not kept. In the open transaction. */
export async function keepNote(
  tx: Db,
  { articleId, words, by, userId, now, kind }: Remarks & { kind: Note['kind'] },
): Promise<void> {
  if (!words.trim()) return
  await tx.insert(notes).values({ articleId, kind, words: words.trim(), writtenBy: by, userId, writtenAt: now })
}

/** Marks a note of article `articleId` as dealt with, once, and answers the thread; null when it has no such note. */
export async function resolveNote(
  db: Db,
  { articleId, note, now }: { articleId: number; note: number; now: Date },
): Promise<{ notes: Note[] } | null> {
  return inTransaction(db, async (tx) => {
    const named = and(eq(notes.articleId, articleId), eq(notes.id, note))
    const [known] = await tx.select({ id: notes.id }).from(notes).where(named)
    if (!known) return null
    await tx
      .update(notes)
      .set({ resolvedAt: now })
      .where(and(named, isNull(notes.resolvedAt)))
    return { notes: await notesOf(tx, articleId) }
  })
}
