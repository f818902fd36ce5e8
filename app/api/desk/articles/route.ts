import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { startArticle } from '@/db/editing/manuscripts'

export const POST = deskRoute('create article', z.strictObject({}), async ({ db, editor, now }) => ({
  id: await startArticle(db, { ownerId: editor.id, by: editor.name, now }),
}))
