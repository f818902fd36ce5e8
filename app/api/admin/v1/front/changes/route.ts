import { apiRoute } from '@/app/_admin-api/api-route'
import { whichFront } from '@/app/_admin-api/front-answers'
import { changeFront } from '@/db/front/drafts'

export const POST = apiRoute('changeFront', async ({ db, editor, now, body: { section, change } }) => {
  const which = await whichFront(db, section)
  if ('problems' in which) return which
  const outcome = await changeFront(db, { ...which, change, by: editor, now })
  return 'problems' in outcome ? outcome : { version: outcome.version }
})
