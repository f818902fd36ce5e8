import { hashChosenPassword } from '@/app/_desk/chosen-password'
import { signedOutRoute } from '@/app/_desk/desk-route'
import { createFirstAdmin } from '@/db/accounts/one-time-links'
import * as endpoints from '@/lib/desk/account/endpoints'
import { invalidLink } from '@/lib/desk/refusal'

export const POST = signedOutRoute(endpoints.setUpDesk, async ({ db, now, input: { password, ...input } }) => {
  const chosen = await hashChosenPassword(db, password, input)
  if ('problems' in chosen) return chosen
  const made = await createFirstAdmin(db, { ...input, passwordHash: chosen.hash, now })
  return made ?? invalidLink()
})
