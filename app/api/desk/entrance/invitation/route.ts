import { hashPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { entranceRoute } from '@/app/_desk/desk-route'
import { acceptInvitation } from '@/db/accounts/one-time-links'
import { nameSchema, passwordSchema, secretSchema } from '@/lib/desk/entry'
import { spentLink } from '@/lib/desk/refusal'

const schema = z.object({ secret: secretSchema, name: nameSchema, password: passwordSchema })

export const POST = entranceRoute(schema, async ({ db, now, input: { password, ...input } }) => {
  const made = await acceptInvitation(db, { ...input, passwordHash: await hashPassword(password), now })
  return made ?? spentLink()
})
