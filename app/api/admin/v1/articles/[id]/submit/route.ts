import { apiRoute } from '@/app/_admin-api/api-route'
import { placeAfter } from '@/app/_admin-api/article-answers'
import { submit } from '@/db/publishing/review'

export const POST = apiRoute('submitArticle', async ({ db, editor, id, now, body }) => {
  const { version: basedOn } = body
  const outcome = await submit(db, { id, basedOn, words: body.note, by: editor, now })
  return placeAfter(db, { id, now, basedOn, outcome })
})
