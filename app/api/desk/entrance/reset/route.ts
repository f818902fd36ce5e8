import { hashPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { entranceRoute } from '@/app/_desk/desk-route'
import { resetPassword } from '@/db/accounts/one-time-links'
import { passwordSchema, secretSchema } from '@/lib/desk/entry'
import { spentLink } from '@/lib/desk/refusal'

const schema = z.object({ secret: secretSchema, password: passwordSchema })

export const POST = entranceRoute(schema, async ({ db, now, input: { password, secret } }) => {
  const reset = await resetPassword(db, { secret, passwordHash: await hashPassword(password), now })
  return reset ?? spentLink()
})
