import { articleRoute } from '@/app/_desk/desk-route'
import { comment, notesOf } from '@/db/editing/notes'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const GET = articleRoute(endpoints.articleNotes, 'read article', async ({ db, id }) => ({
  notes: await notesOf(db, id),
}))

export const POST = articleRoute(
  endpoints.addArticleNote,
  'comment on article',
  ({ db, editor, id, input: { words }, now }) => comment(db, { articleId: id, words, by: editor, now }),
)
