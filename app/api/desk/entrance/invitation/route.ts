import { hashPassword } from 'better-auth/crypto'
import { signedOutRoute } from '@/app/_desk/desk-route'
import { acceptInvitation } from '@/db/accounts/one-time-links'
import * as endpoints from '@/lib/desk/account/endpoints'
import { invalidLink } from '@/lib/desk/refusal'

export const POST = signedOutRoute(endpoints.acceptInvitation, async ({ db, now, input: { password, ...input } }) => {
  const made = await acceptInvitation(db, { ...input, passwordHash: await hashPassword(password), now })
  return made ?? invalidLink()
})
