import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { deleteDraft } from '@/db/editing/deleting'

export const POST = articleRoute('delete draft', z.object({}), ({ db, id, editor, now }) =>
  deleteDraft(db, { id, by: editor.name, now }),
)
