import { deskRoute } from '@/app/_desk/desk-route'
import { revokeInvitation } from '@/db/accounts/one-time-links'
import * as endpoints from '@/lib/desk/people/endpoints'

export const POST = deskRoute(endpoints.revokeInvitation, 'manage people', async ({ db, now, param }) => {
  const isRevoked = await revokeInvitation(db, { id: Number(param('link')), now })
  return isRevoked ? {} : null
})
