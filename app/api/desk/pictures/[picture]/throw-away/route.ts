import { deskRoute } from '@/app/_desk/desk-route'
import { throwAwayPicture } from '@/db/library/bin'
import * as endpoints from '@/lib/desk/pictures/endpoints'

export const POST = deskRoute(endpoints.throwAwayPicture, 'decide on pictures', async ({ db, editor, param, now }) => {
  const outcome = await throwAwayPicture(db, { id: Number(param('picture')), editor, now })
  return outcome && 'problems' in outcome ? outcome : outcome && {}
})
