import { articleRoute } from '@/app/_desk/desk-route'
import { duplicateArticle } from '@/db/editing/duplicate-article'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const POST = articleRoute(endpoints.duplicateArticle, 'duplicate article', async ({ db, id, editor, now }) => ({
  id: await duplicateArticle(db, { id, owner: editor, now }),
}))
