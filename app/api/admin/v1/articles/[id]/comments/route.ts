import { apiRoute } from '@/app/_admin-api/api-route'
import { commentAnswer } from '@/app/_admin-api/planning-answers'
import { mailNotifications } from '@/app/_desk/notification-mail'
import { comment, noteCount, notesOf } from '@/db/comments/notes'

export const GET = apiRoute('listComments', async ({ db, id }) => {
  const notes = await notesOf(db, id)
  return { comments: notes.map(commentAnswer), older: (await noteCount(db, id)) - notes.length }
})

export const POST = apiRoute('createComment', async ({ db, editor, id, now, body: { text, replyTo } }) => {
  const outcome = await comment(db, { articleId: id, words: text, replyTo, by: editor, now })
  mailNotifications()
  if ('problems' in outcome) return outcome
  const written = outcome.notes.find((note) => note.id === outcome.id)
  return written ? commentAnswer(written) : null
})
