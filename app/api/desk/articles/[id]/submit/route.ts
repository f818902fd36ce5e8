import { articleRoute } from '@/app/_desk/desk-route'
import { submit } from '@/db/publishing/review'
import * as endpoints from '@/lib/desk/articles/action-endpoints'

export const POST = articleRoute(
  endpoints.submitArticle,
  'submit article',
  ({ db, editor, id, input: { version, words }, now }) => submit(db, { id, basedOn: version, words, by: editor, now }),
)
