import { articleRoute } from '@/app/desk-route'
import { saveManuscript } from '@/db/manuscripts'
import { manuscriptSaveSchema } from '@/lib/desk/manuscript-save'

export const PUT = articleRoute('save article', manuscriptSaveSchema, ({ db, editor, id, input, now }) =>
  saveManuscript(db, { ...input, id, by: editor.name, now }),
)
