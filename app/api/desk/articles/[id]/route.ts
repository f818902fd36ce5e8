import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { openedArticle } from '@/db/editing/manuscripts'
import { articleOwnership } from '@/db/editing/ownership'
import { allowedActions } from '@/lib/desk/article-action'

export const GET = articleRoute('read article', z.object({}), async ({ db, editor, id, now }) => {
  const article = await openedArticle(db, { id, now })
  const ownership = await articleOwnership(db, { id, now })
  return article && ownership && { ...article, can: allowedActions(editor, ownership) }
})
