import { apiRoute } from '@/app/_admin-api/api-route'
import { placeAfter } from '@/app/_admin-api/article-answers'
import { setEmbargo } from '@/db/publishing/publishing'

export const POST = apiRoute('setEmbargo', async ({ db, editor, id, now, body }) => {
  const { version: basedOn } = body
  const outcome = await setEmbargo(db, { id, basedOn, until: body.until, by: editor, now })
  return placeAfter(db, { id, now, basedOn, outcome })
})
