import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { duplicateArticle } from '@/db/editing/duplicating'

export const POST = articleRoute('duplicate article', z.object({}), async ({ db, id, editor, now }) => ({
  id: await duplicateArticle(db, { id, owner: editor, now }),
}))
