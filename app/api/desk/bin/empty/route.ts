import { deskRoute } from '@/app/_desk/desk-route'
import { emptyBin } from '@/db/editing/bin'
import * as endpoints from '@/lib/desk/bin/endpoints'

export const POST = deskRoute(endpoints.emptyBin, 'empty bin', async ({ db, editor, input, now }) => ({
  count: await emptyBin(db, { editor, until: new Date(input.until), now }),
}))
