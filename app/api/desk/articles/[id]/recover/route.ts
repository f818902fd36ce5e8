import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { recoverDraft } from '@/db/editing/deleting'

export const POST = articleRoute('recover draft', z.object({}), ({ db, id, editor, now }) =>
  recoverDraft(db, { id, by: editor.name, now }),
)
