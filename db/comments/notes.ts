import { and, desc, eq, isNotNull, isNull, or, type SQL } from 'drizzle-orm'
import { notify } from '@/db/comments/notifications'
import { peopleOfStory } from '@/db/comments/story-people'
import { notes } from '@/db/store/desk-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { isOneOf } from '@/db/store/value-lists'
import { mentionsIn } from '@/lib/comments/mentions'
import type { Passage } from '@/lib/comments/passage'
import { MAX_NOTE_LENGTH } from '@/lib/desk/articles/article-input'
import { NOTES_AT_FIRST, type Note } from '@/lib/desk/articles/note'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import type { Saver } from '@/lib/revisions/saver'
import { isBlank } from '@/lib/text/visible-text'

/** How many notes of people without an account stand beside those of the desk, which they cannot push out, by default. */
export const MAX_OUTSIDE_NOTES = 200

/**
 * The notes about article `articleId`, oldest first: the `newest` of the desk (NOTES_AT_FIRST by default), as many by
 * people without an account (200 by default), and the beginning of each thread that one of them answers.
 */
export async function notesOf(
  db: Reader,
  articleId: number,
  { newest = NOTES_AT_FIRST }: { newest?: number | undefined } = {},
): Promise<Note[]> {
  const newestNotes = (condition: SQL, limit: number) =>
    storedNotes(db)
      .where(and(eq(notes.articleId, articleId), condition))
      .orderBy(desc(notes.writtenAt), desc(notes.id))
      .limit(limit)
  const shown = [
    ...(await newestNotes(isNull(notes.previewLinkId), newest)),
    ...(await newestNotes(isNotNull(notes.previewLinkId), newest > NOTES_AT_FIRST ? newest : MAX_OUTSIDE_NOTES)),
  ]
  const ids = new Set(shown.map(({ id }) => id))
  const answered = [...new Set(shown.flatMap(({ replyTo }) => replyTo ?? []))].filter((id) => !ids.has(id))
  const beginnings = answered.length ? await storedNotes(db).where(isOneOf(notes.id, answered)) : []
  return [...beginnings, ...shown]
    .sort((one, other) => one.writtenAt.getTime() - other.writtenAt.getTime() || one.id - other.id)
    .map(({ previewLinkId, ...row }) => ({
      ...row,
      writtenAt: row.writtenAt.getTime(),
      resolvedAt: row.resolvedAt?.getTime() ?? null,
      isOutside: previewLinkId !== null,
    }))
}

/** How many notes there are about article `articleId`. */
export async function noteCount(db: Reader, articleId: number): Promise<number> {
  return db.$count(notes, eq(notes.articleId, articleId))
}

function storedNotes(db: Reader) {
  return db
    .select({
      id: notes.id,
      kind: notes.kind,
      words: notes.words,
      writtenBy: notes.writtenBy,
      writtenAt: notes.writtenAt,
      resolvedAt: notes.resolvedAt,
      resolvedBy: notes.resolvedBy,
      replyTo: notes.replyToId,
      passage: notes.passage,
      version: notes.version,
      previewLinkId: notes.previewLinkId,
    })
    .from(notes)
}

interface NewNote {
  articleId: number
  words: string
  by: Saver
  now: Date
  /** The note that it answers; an answer to an answer joins its thread. */
  replyTo?: number | undefined
  passage?: Passage | undefined
  /** The version that its writer had before them. */
  version?: number | undefined
  /** How many of the notes are returned, as for notesOf. */
  newest?: number | undefined
}

/**
 * Adds a comment to the notes about article `articleId`; returns its id, and the notes as notesOf does. People whom it
 * names, and those of the thread that it answers, are notified. An answer opens a resolved thread again.
 */
export async function comment(db: Writer, note: NewNote): Promise<{ id: number | null; notes: Note[] } | Refusal> {
  if (isBlank(note.words)) return refuse('words', 'Write the comment first.')
  if (note.words.length > MAX_NOTE_LENGTH)
    return refuse('words', `A comment has at most ${MAX_NOTE_LENGTH} characters.`)
  return inTransaction(db, async (tx) => {
    const { articleId, replyTo } = note
    const thread = replyTo === undefined ? null : await threadOf(tx, { articleId, id: replyTo })
    if (replyTo !== undefined && thread === null) return refuse('replyTo', 'This comment is not there any more.')
    if (thread !== null) {
      await tx.update(notes).set({ resolvedAt: null, resolvedBy: null }).where(eq(notes.id, thread))
    }
    const id = await saveNote(tx, { ...note, kind: 'comment', replyTo: thread ?? undefined })
    return { id, notes: await notesOf(tx, articleId, note) }
  })
}

/**
 * Saves the note, trimmed, and notifies the people whom it names and, of an answer, those of its thread; an empty one is
 * not saved. In the open transaction.
 */
export async function saveNote(
  tx: Transaction,
  {
    articleId,
    words,
    by,
    now,
    kind,
    replyTo,
    passage,
    version,
    previewLinkId,
  }: NewNote & { kind: Note['kind']; previewLinkId?: number },
): Promise<number | null> {
  if (isBlank(words)) return null
  const author = { writtenBy: by.name, userId: by.id }
  const about = { replyToId: replyTo ?? null, passage: passage ?? null, version: version ?? null }
  const [row] = await tx
    .insert(notes)
    .values({
      articleId,
      kind,
      words: words.trim(),
      ...author,
      writtenAt: now,
      ...about,
      previewLinkId: previewLinkId ?? null,
    })
    .returning({ id: notes.id })
  if (!row) throw new Error(`the store gave a note about article ${articleId} no id`)
  const notification = { articleId, noteId: row.id, causedBy: by, now }
  const people = await peopleOfStory(tx, articleId)
  // Somebody without an account does not see who works for the paper, and calls nobody.
  const named = previewLinkId === undefined ? mentionsIn(words, people).map(({ person }) => person.id) : []
  await notify(tx, { ...notification, userIds: named, kind: 'mention' })
  if (replyTo !== undefined) {
    const answered = await writersOf(tx, replyTo)
    const mayRead = people.filter(({ id }) => answered.has(id) && !named.includes(id))
    await notify(tx, { ...notification, userIds: mayRead.map(({ id }) => id), kind: 'reply' })
  }
  return row.id
}

interface NoteOfArticle {
  articleId: number
  note: number
  /** How many of the notes are returned, as for notesOf. */
  newest?: number | undefined
}

/**
 * Resolves a note about article `articleId` and returns its notes, as notesOf does; null when the article has no such note.
 * A note that was resolved before keeps who did it and when.
 */
export async function resolveNote(
  db: Writer,
  { by, now, ...chosen }: NoteOfArticle & { by: Saver; now: Date },
): Promise<{ notes: Note[] } | null> {
  return changeNote(db, chosen, (tx, byId) =>
    tx
      .update(notes)
      .set({ resolvedAt: now, resolvedBy: by.name })
      .where(and(byId, isNull(notes.resolvedAt))),
  )
}

/** Opens a resolved note again and returns the notes, as resolveNote does. */
export async function reopenNote(db: Writer, chosen: NoteOfArticle): Promise<{ notes: Note[] } | null> {
  return changeNote(db, chosen, (tx, byId) => tx.update(notes).set({ resolvedAt: null, resolvedBy: null }).where(byId))
}

async function changeNote(
  db: Writer,
  { articleId, note, newest }: NoteOfArticle,
  change: (tx: Transaction, byId: SQL | undefined) => Promise<unknown>,
): Promise<{ notes: Note[] } | null> {
  return inTransaction(db, async (tx) => {
    const byId = and(eq(notes.articleId, articleId), eq(notes.id, note))
    const [existing] = await tx.select({ id: notes.id }).from(notes).where(byId)
    if (!existing) return null
    await change(tx, byId)
    return { notes: await notesOf(tx, articleId, { newest }) }
  })
}

/** The first note of the thread in which note `id` stands; null when the article has no such note. */
async function threadOf(db: Reader, { articleId, id }: { articleId: number; id: number }): Promise<number | null> {
  const [row] = await db
    .select({ id: notes.id, replyTo: notes.replyToId })
    .from(notes)
    .where(and(eq(notes.articleId, articleId), eq(notes.id, id)))
  return row ? (row.replyTo ?? row.id) : null
}

async function writersOf(db: Reader, thread: number): Promise<Set<string>> {
  const rows = await db
    .select({ userId: notes.userId })
    .from(notes)
    .where(or(eq(notes.id, thread), eq(notes.replyToId, thread)))
  return new Set(rows.flatMap(({ userId }) => userId ?? []))
}
