import { articleRoute } from '@/app/_desk/desk-route'
import { takeBack } from '@/db/publishing/review'
import * as endpoints from '@/lib/desk/articles/action-endpoints'

export const POST = articleRoute(
  endpoints.takeArticleBack,
  'take article back',
  ({ db, editor, id, input: { version, words }, now }) =>
    takeBack(db, { id, basedOn: version, words, by: editor, now }),
)
