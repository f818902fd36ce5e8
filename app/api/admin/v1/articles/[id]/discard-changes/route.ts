import { apiRoute } from '@/app/_admin-api/api-route'
import { placeAfter } from '@/app/_admin-api/article-answers'
import { discardChanges } from '@/db/publishing/changes'

export const POST = apiRoute('discardArticleChanges', async ({ db, editor, id, now, body }) => {
  const { version: basedOn } = body
  const outcome = await discardChanges(db, { id, basedOn, by: editor, now })
  return placeAfter(db, { id, now, basedOn, outcome })
})
