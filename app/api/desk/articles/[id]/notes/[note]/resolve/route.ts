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
    input: { isOpen },
  } = call
  const note = /^[1-9]\d{0,14}$/.test(param('note') ?? '') ? Number(param('note')) : null
  return note === null ? null : resolveNote(db, { articleId: id, note, by, now, isOpen })
})
