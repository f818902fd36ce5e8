import { apiRoute } from '@/app/_admin-api/api-route'
import { whichFront } from '@/app/_admin-api/front-answers'
import { restoreEdition } from '@/db/front/editions'

export const POST = apiRoute('restoreEdition', async ({ db, editor, id, now, body }) => {
  const which = await whichFront(db, body.section)
  if ('problems' in which) return which
  const outcome = await restoreEdition(db, { id, ...which, by: editor, now })
  return outcome && { id: outcome.edition }
})
