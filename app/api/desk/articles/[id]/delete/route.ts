import { z } from 'zod'
import { articleRoute } from '@/app/desk-route'
import { deleteDraft } from '@/db/deleting'

export const POST = articleRoute('delete draft', z.object({}), ({ db, id, editor, now }) =>
  deleteDraft(db, { id, by: editor.name, now }),
)
