import { articleRoute } from '@/app/_desk/desk-route'
import { withdraw } from '@/db/publishing/publishing'
import * as endpoints from '@/lib/desk/articles/action-endpoints'

export const POST = articleRoute(
  endpoints.withdrawArticle,
  'withdraw article',
  ({ db, editor, id, input: { version, reason }, now }) =>
    withdraw(db, { id, basedOn: version, reason, by: editor, now }),
)
