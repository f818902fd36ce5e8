import { hashChosenPassword } from '@/app/_desk/chosen-password'
import { signedOutRoute } from '@/app/_desk/desk-route'
import { createFirstAdmin } from '@/db/accounts/one-time-links'
import { bringByline } from '@/db/paper/account-byline'
import { inTransaction } from '@/db/store/open'
import * as endpoints from '@/lib/desk/account/endpoints'
import { invalidLink } from '@/lib/desk/refusal'

export const POST = signedOutRoute(endpoints.setUpDesk, async ({ db, now, input: { password, ...input } }) => {
  const chosen = await hashChosenPassword(db, password, input)
  if ('problems' in chosen) return chosen
  return inTransaction(db, async (tx) => {
    const made = await createFirstAdmin(tx, { ...input, passwordHash: chosen.hash, now })
    if (made && 'id' in made) await bringByline(tx, { user: { id: made.id, name: input.name }, now })
    return made ?? invalidLink()
  })
})
