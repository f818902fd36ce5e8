import { articleRoute } from '@/app/_desk/desk-route'
import { saveManuscript } from '@/db/editing/manuscripts'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const PUT = articleRoute(endpoints.saveManuscript, 'save article', ({ db, editor, id, input, now }) =>
  saveManuscript(db, { ...input, id, by: editor, now }),
)
