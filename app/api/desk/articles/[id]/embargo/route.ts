import { articleRoute } from '@/app/_desk/desk-route'
import { setEmbargo } from '@/db/publishing/publishing'
import * as endpoints from '@/lib/desk/articles/action-endpoints'

export const POST = articleRoute(
  endpoints.setArticleEmbargo,
  'embargo article',
  ({ db, editor, id, input: { version, until }, now }) =>
    setEmbargo(db, { id, basedOn: version, until, by: editor, now }),
)
