import { apiRoute } from '@/app/_admin-api/api-route'
import { whichFront } from '@/app/_admin-api/front-answers'
import { discardFrontChanges } from '@/db/front/drafts'

export const POST = apiRoute('discardFrontChanges', async ({ db, editor, now, body }) => {
  const which = await whichFront(db, body.section)
  return 'problems' in which ? which : discardFrontChanges(db, { ...which, by: editor, now })
})
