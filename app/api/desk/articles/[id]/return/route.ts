import { articleRoute } from '@/app/_desk/desk-route'
import { returnToWriter } from '@/db/publishing/review'
import * as endpoints from '@/lib/desk/articles/action-endpoints'

export const POST = articleRoute(
  endpoints.returnArticle,
  'return article',
  ({ db, editor, id, input: { version, words }, now }) =>
    returnToWriter(db, { id, basedOn: version, words, by: editor, now }),
)
