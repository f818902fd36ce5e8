import 'server-only'
import { noteCount } from '@/db/comments/notes'
import type { Reader } from '@/db/store/open'
import type { Note } from '@/lib/desk/articles/note'

/** The notes of a story as the desk answers them: with how many others there are. */
export async function notesAnswer(db: Reader, id: number, notes: Note[]): Promise<{ notes: Note[]; older: number }> {
  return { notes, older: (await noteCount(db, id)) - notes.length }
}
