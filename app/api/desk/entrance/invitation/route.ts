import { hashChosenPassword } from '@/app/_desk/chosen-password'
import { signedOutRoute } from '@/app/_desk/desk-route'
import { acceptInvitation, openLink } from '@/db/accounts/one-time-links'
import { bringByline } from '@/db/paper/account-byline'
import { inTransaction } from '@/db/store/open'
import * as endpoints from '@/lib/desk/account/endpoints'
import { invalidLink } from '@/lib/desk/refusal'

export const POST = signedOutRoute(endpoints.acceptInvitation, async ({ db, now, input: { password, ...input } }) => {
  const link = await openLink(db, { kind: 'invitation', secret: input.secret, now })
  if (!link) return invalidLink()
  const chosen = await hashChosenPassword(db, password, { name: input.name, email: link.email })
  if ('problems' in chosen) return chosen
  return inTransaction(db, async (tx) => {
    const made = await acceptInvitation(tx, { ...input, passwordHash: chosen.hash, now })
    if (made && 'id' in made) await bringByline(tx, { user: { id: made.id, name: input.name }, now })
    return made ?? invalidLink()
  })
})
