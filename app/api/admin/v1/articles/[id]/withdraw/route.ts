import { apiRoute } from '@/app/_admin-api/api-route'
import { placeAfter } from '@/app/_admin-api/article-answers'
import { withdraw } from '@/db/publishing/publishing'

export const POST = apiRoute('withdrawArticle', async ({ db, editor, id, now, body }) => {
  const { version: basedOn } = body
  const outcome = await withdraw(db, { id, basedOn, reason: body.reason, by: editor, now })
  return placeAfter(db, { id, now, basedOn, outcome })
})
