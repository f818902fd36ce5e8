import { notesAnswer } from '@/app/_desk/answers/notes-answer'
import { articleRoute } from '@/app/_desk/desk-route'
import { reopenNote, resolveNote } from '@/db/comments/notes'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const POST = articleRoute(endpoints.resolveArticleNote, 'comment on article', async (call) => {
  const { db, id, editor: by, now, input } = call
  // No note has number 0.
  const note = /^[1-9]\d{0,14}$/.test(call.param('note')) ? Number(call.param('note')) : 0
  const chosen = { articleId: id, note, newest: input.newest }
  const outcome = input.isOpen ? await reopenNote(db, chosen) : await resolveNote(db, { ...chosen, by, now })
  return outcome && notesAnswer(db, id, outcome.notes)
})
