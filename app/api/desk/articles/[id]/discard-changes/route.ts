import { articleRoute } from '@/app/_desk/desk-route'
import { discardChanges } from '@/db/publishing/changes'
import * as endpoints from '@/lib/desk/articles/action-endpoints'

export const POST = articleRoute(endpoints.discardArticleChanges, 'discard changes', ({ db, editor, id, input, now }) =>
  discardChanges(db, { id, basedOn: input.version, by: editor, now }),
)
