import { articleRoute } from '@/app/_desk/desk-route'
import { withdrawAt } from '@/db/publishing/publishing'
import * as endpoints from '@/lib/desk/articles/action-endpoints'

export const POST = articleRoute(endpoints.scheduleArticleEnd, 'withdraw article', ({ db, editor, id, input, now }) => {
  const { version, at, reason } = input
  return withdrawAt(db, { id, basedOn: version, at, reason, by: editor, now })
})
