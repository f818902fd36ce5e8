import { notesAnswer } from '@/app/_desk/answers/notes-answer'
import { articleRoute } from '@/app/_desk/desk-route'
import { resolveNote } from '@/db/comments/notes'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const POST = articleRoute(endpoints.resolveArticleNote, 'comment on article', async (call) => {
  const {
    db,
    id,
    param,
    editor: by,
    now,
    input: { isOpen, newest },
  } = call
  const note = /^[1-9]\d{0,14}$/.test(param('note') ?? '') ? Number(param('note')) : null
  const outcome = note === null ? null : await resolveNote(db, { articleId: id, note, by, now, isOpen, newest })
  return outcome && notesAnswer(db, id, outcome.notes)
})
