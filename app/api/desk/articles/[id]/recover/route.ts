import { z } from 'zod'
import { articleRoute } from '@/app/desk-route'
import { recoverDraft } from '@/db/deleting'

export const POST = articleRoute('recover draft', z.object({}), ({ db, id, editor, now }) =>
  recoverDraft(db, { id, by: editor.name, now }),
)
