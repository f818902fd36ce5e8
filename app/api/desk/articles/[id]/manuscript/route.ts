import { articleRoute } from '@/app/_desk/desk-route'
import { saveManuscript } from '@/db/editing/manuscripts'
import { manuscriptSaveSchema } from '@/lib/desk/manuscript-save'

export const PUT = articleRoute('save article', manuscriptSaveSchema, ({ db, editor, id, input, now }) =>
  saveManuscript(db, { ...input, id, by: editor.name, now }),
)
