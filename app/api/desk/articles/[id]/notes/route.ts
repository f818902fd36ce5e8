import { notesAnswer } from '@/app/_desk/answers/notes-answer'
import { articleRoute } from '@/app/_desk/desk-route'
import { mailNotifications } from '@/app/_desk/notification-mail'
import { comment, notesOf } from '@/db/comments/notes'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const GET = articleRoute(endpoints.articleNotes, 'read article', async ({ db, id, input }) =>
  notesAnswer(db, id, await notesOf(db, id, input)),
)

export const POST = articleRoute(
  endpoints.addArticleNote,
  'comment on article',
  async ({ db, editor, id, input, now }) => {
    const outcome = await comment(db, { ...input, articleId: id, by: editor, now })
    mailNotifications()
    return 'problems' in outcome ? outcome : notesAnswer(db, id, outcome.notes)
  },
)
