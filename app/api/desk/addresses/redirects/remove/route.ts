import { deskRoute } from '@/app/_desk/desk-route'
import { removeRedirect } from '@/db/addresses/hand-made-redirects'
import * as endpoints from '@/lib/desk/addresses/endpoints'

export const POST = deskRoute(endpoints.removeRedirect, 'manage redirects', async ({ db, input, now }) =>
  removeRedirect(db, { ...input, now }),
)
