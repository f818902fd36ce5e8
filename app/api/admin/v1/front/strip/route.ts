import { apiRoute } from '@/app/_admin-api/api-route'
import { raiseStrip, takeDownStrip } from '@/db/front/strips'

export const PUT = apiRoute('raiseStrip', async ({ db, editor, now, body }) => {
  const { label, text, article = null, link = null, endsAt = null } = body
  const outcome = await raiseStrip(db, { strip: { label, text, articleId: article, link, endsAt }, by: editor, now })
  return 'problems' in outcome ? outcome : {}
})

export const DELETE = apiRoute('takeDownStrip', async ({ db, now }) => {
  await takeDownStrip(db, { now })
  return {}
})
