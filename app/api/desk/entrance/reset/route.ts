import { hashPassword } from 'better-auth/crypto'
import { signedOutRoute } from '@/app/_desk/desk-route'
import { resetPassword } from '@/db/accounts/one-time-links'
import * as endpoints from '@/lib/desk/account/endpoints'
import { invalidLink } from '@/lib/desk/refusal'

export const POST = signedOutRoute(endpoints.resetPassword, async ({ db, now, input: { password, secret } }) => {
  const reset = await resetPassword(db, { secret, passwordHash: await hashPassword(password), now })
  return reset ?? invalidLink()
})
