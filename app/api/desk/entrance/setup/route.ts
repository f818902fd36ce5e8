import { hashPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { entranceRoute } from '@/app/_desk/desk-route'
import { foundDesk } from '@/db/accounts/one-time-links'
import { emailSchema, nameSchema, passwordSchema, secretSchema } from '@/lib/desk/entry'
import { spentLink } from '@/lib/desk/refusal'

const schema = z.object({ secret: secretSchema, email: emailSchema, name: nameSchema, password: passwordSchema })

export const POST = entranceRoute(schema, async ({ db, now, input: { password, ...input } }) => {
  const made = await foundDesk(db, { ...input, passwordHash: await hashPassword(password), now })
  return made ?? spentLink()
})
