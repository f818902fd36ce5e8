import { hashChosenPassword } from '@/app/_desk/chosen-password'
import { signedOutRoute } from '@/app/_desk/desk-route'
import { openLink, resetPassword } from '@/db/accounts/one-time-links'
import * as endpoints from '@/lib/desk/account/endpoints'
import { invalidLink } from '@/lib/desk/refusal'

export const POST = signedOutRoute(endpoints.resetPassword, async ({ db, now, input: { password, secret } }) => {
  const link = await openLink(db, { kind: 'reset', secret, now })
  if (!link) return invalidLink()
  const chosen = await hashChosenPassword(db, password, link)
  if ('problems' in chosen) return chosen
  const reset = await resetPassword(db, { secret, passwordHash: chosen.hash, now })
  return reset ?? invalidLink()
})
