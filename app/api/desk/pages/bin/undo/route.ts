import { deskRoute } from '@/app/_desk/desk-route'
import { undoPageEmptying } from '@/db/paper/page-bin'
import * as endpoints from '@/lib/desk/pages/endpoints'

export const POST = deskRoute(endpoints.undoPageEmptying, 'manage pages', async ({ db, input, now }) => ({
  count: await undoPageEmptying(db, { emptiedAt: new Date(input.emptiedAt), now }),
}))
