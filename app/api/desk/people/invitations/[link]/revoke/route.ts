import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { revokeInvitation } from '@/db/accounts/one-time-links'

export const POST = deskRoute('manage people', z.object({}), async ({ db, now, params }) => {
  const isRevoked = await revokeInvitation(db, { id: Number(params.link), now })
  return isRevoked ? {} : null
})
