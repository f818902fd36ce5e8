import { deskRoute } from '@/app/_desk/desk-route'
import { undoEmptying } from '@/db/editing/bin'
import * as endpoints from '@/lib/desk/bin/endpoints'

export const POST = deskRoute(endpoints.undoEmptying, 'empty bin', async ({ db, editor, input, now }) => ({
  count: await undoEmptying(db, { editor, emptiedAt: new Date(input.emptiedAt), now }),
}))
