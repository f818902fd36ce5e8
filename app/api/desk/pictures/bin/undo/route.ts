import { deskRoute } from '@/app/_desk/desk-route'
import { undoPictureEmptying } from '@/db/library/emptied-bins'
import * as endpoints from '@/lib/desk/pictures/endpoints'

export const POST = deskRoute(endpoints.undoPictureEmptying, 'decide on pictures', async ({ db, input, now }) => ({
  count: await undoPictureEmptying(db, { emptiedAt: new Date(input.emptiedAt), now }),
}))
