import { and, asc, eq, isNull } from 'drizzle-orm'
import { notes } from '@/db/store/desk-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import type { Note } from '@/lib/desk/articles/note'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import type { Saver } from '@/lib/revisions/saver'
import { isBlank } from '@/lib/text/visible-text'

/** A thread about one story does not get longer in practice. */
const MOST_NOTES = 500
const LONGEST_NOTE = 5000

/** The notes about article `articleId`, oldest first; at most 500. */
export async function notesOf(db: Reader, articleId: number): Promise<Note[]> {
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

interface NewNote {
  articleId: number
  words: string
  by: Saver
  now: Date
}

/** Adds a comment to the notes about article `articleId` and returns all of them. */
export async function comment(db: Writer, note: NewNote): Promise<{ notes: Note[] } | Refusal> {
  if (isBlank(note.words)) return refuse('words', 'Write the note first.')
  if (note.words.length > LONGEST_NOTE) return refuse('words', `A note has at most ${LONGEST_NOTE} characters.`)
  return inTransaction(db, async (tx) => {
    await saveNote(tx, { ...note, kind: 'comment' })
    return { notes: await notesOf(tx, note.articleId) }
  })
}

/** Saves the note, trimmed; an empty one is not saved. In the open transaction. */
export async function saveNote(
  tx: Transaction,
  { articleId, words, by, now, kind }: NewNote & { kind: Note['kind'] },
): Promise<void> {
  if (isBlank(words)) return
  const author = { writtenBy: by.name, userId: by.id }
  await tx.insert(notes).values({ articleId, kind, words: words.trim(), ...author, writtenAt: now })
}

/** Resolves a note about article `articleId` and returns all its notes; null when the article has no such note. */
export async function resolveNote(
  db: Writer,
  { articleId, note, now }: { articleId: number; note: number; now: Date },
): Promise<{ notes: Note[] } | null> {
  return inTransaction(db, async (tx) => {
    const byId = and(eq(notes.articleId, articleId), eq(notes.id, note))
    const [existing] = await tx.select({ id: notes.id }).from(notes).where(byId)
    if (!existing) return null
    await tx
      .update(notes)
      .set({ resolvedAt: now })
      .where(and(byId, isNull(notes.resolvedAt)))
    return { notes: await notesOf(tx, articleId) }
  })
}
