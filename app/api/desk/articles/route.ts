import { deskRoute } from '@/app/_desk/desk-route'
import { startArticle } from '@/db/editing/manuscripts'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const POST = deskRoute(endpoints.createArticle, 'create article', async ({ db, editor, now }) => ({
  id: await startArticle(db, { owner: editor, now }),
}))
