import { apiRoute } from '@/app/_admin-api/api-route'
import { placeAfter } from '@/app/_admin-api/article-answers'
import { unschedule } from '@/db/publishing/publishing'

export const POST = apiRoute('unscheduleArticle', async ({ db, editor, id, now, body }) => {
  const { version: basedOn } = body
  const outcome = await unschedule(db, { id, basedOn, by: editor, now })
  return placeAfter(db, { id, now, basedOn, outcome })
})
