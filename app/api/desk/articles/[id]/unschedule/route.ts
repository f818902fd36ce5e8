import { articleRoute } from '@/app/_desk/desk-route'
import { unschedule } from '@/db/publishing/publishing'
import * as endpoints from '@/lib/desk/articles/action-endpoints'

export const POST = articleRoute(endpoints.unscheduleArticle, 'schedule article', ({ db, editor, id, input, now }) =>
  unschedule(db, { id, basedOn: input.version, by: editor, now }),
)
