import { articleRoute } from '@/app/_desk/desk-route'
import { recoverDraft } from '@/db/editing/delete-draft'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const POST = articleRoute(endpoints.recoverDraft, 'recover draft', ({ db, id, editor, now }) =>
  recoverDraft(db, { id, by: editor, now }),
)
