import { articleRoute } from '@/app/_desk/desk-route'
import { checklistOf } from '@/db/publishing/checklist'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const GET = articleRoute(endpoints.articleChecklist, 'read article', ({ db, id, input: { at }, now }) =>
  checklistOf(db, { id, at, now }),
)
