import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { resolveNote } from '@/db/editing/notes'

export const POST = articleRoute('comment on article', z.object({}), async ({ db, id, params, now }) => {
  const note = /^[1-9]\d{0,14}$/.test(params.note ?? '') ? Number(params.note) : null
  return note === null ? null : resolveNote(db, { articleId: id, note, now })
})
