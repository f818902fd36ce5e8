import { apiRoute } from '@/app/_admin-api/api-route'
import { placeAfter } from '@/app/_admin-api/article-answers'
import { returnToWriter } from '@/db/publishing/review'

export const POST = apiRoute('returnArticle', async ({ db, editor, id, now, body }) => {
  const { version: basedOn } = body
  const outcome = await returnToWriter(db, { id, basedOn, words: body.note, by: editor, now })
  return placeAfter(db, { id, now, basedOn, outcome })
})
