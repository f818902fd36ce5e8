import { hashPassword } from 'better-auth/crypto'
import { signedOutRoute } from '@/app/_desk/desk-route'
import { createFirstAdmin } from '@/db/accounts/one-time-links'
import * as endpoints from '@/lib/desk/account/endpoints'
import { invalidLink } from '@/lib/desk/refusal'

export const POST = signedOutRoute(endpoints.setUpDesk, async ({ db, now, input: { password, ...input } }) => {
  const made = await createFirstAdmin(db, { ...input, passwordHash: await hashPassword(password), now })
  return made ?? invalidLink()
})
