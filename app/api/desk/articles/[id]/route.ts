import { articleRoute } from '@/app/_desk/desk-route'
import { openedArticle } from '@/db/editing/manuscripts'
import { articleOwnership } from '@/db/editing/ownership'
import { articlePermissions } from '@/lib/desk/articles/article-permissions'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const GET = articleRoute(endpoints.openArticle, 'read article', async ({ db, editor, id, now }) => {
  const article = await openedArticle(db, { id, now })
  const ownership = await articleOwnership(db, id)
  return article && ownership && { ...article, can: articlePermissions(editor, ownership) }
})
