import { articleRoute } from '@/app/_desk/desk-route'
import { deleteDraft } from '@/db/editing/delete-draft'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const POST = articleRoute(endpoints.deleteDraft, 'delete draft', ({ db, id, editor, now }) =>
  deleteDraft(db, { id, by: editor, now }),
)
