import { apiRoute } from '@/app/_admin-api/api-route'
import { whichFront } from '@/app/_admin-api/front-answers'
import { cancelEdition } from '@/db/front/editions'

export const DELETE = apiRoute('cancelEdition', async ({ db, id, now, query }) => {
  const which = await whichFront(db, query.section)
  if ('problems' in which) return which
  const outcome = await cancelEdition(db, { id, ...which, now })
  return outcome === null || 'problems' in outcome ? outcome : {}
})
