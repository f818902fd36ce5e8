import { articleRoute } from '@/app/_desk/desk-route'
import { readdress } from '@/db/editing/writing'
import * as endpoints from '@/lib/desk/articles/action-endpoints'

export const POST = articleRoute(
  endpoints.changeArticleAddress,
  'readdress article',
  ({ db, editor, id, input: { version, slug }, now }) => readdress(db, { id, basedOn: version, slug, by: editor, now }),
)
