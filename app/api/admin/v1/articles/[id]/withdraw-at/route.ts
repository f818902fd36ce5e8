import { apiRoute } from '@/app/_admin-api/api-route'
import { placeAfter } from '@/app/_admin-api/article-answers'
import { withdrawAt } from '@/db/publishing/publishing'

export const POST = apiRoute('scheduleWithdrawal', async ({ db, editor, id, now, body }) => {
  const { version: basedOn } = body
  const { at, reason } = body
  const outcome = await withdrawAt(db, { id, basedOn, at, reason, by: editor, now })
  return placeAfter(db, { id, now, basedOn, outcome })
})
