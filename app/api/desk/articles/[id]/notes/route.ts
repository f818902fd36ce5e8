import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { comment, notesOf } from '@/db/editing/notes'
import { wordsSaid } from '@/lib/desk/desk-input'

export const GET = articleRoute('read article', z.object({}), async ({ db, id }) => ({ notes: await notesOf(db, id) }))

export const POST = articleRoute(
  'comment on article',
  z.object({ words: wordsSaid }),
  ({ db, editor, id, input: { words }, now }) =>
    comment(db, { articleId: id, words, by: editor.name, userId: editor.id, now }),
)
