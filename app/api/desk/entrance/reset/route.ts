import { hashPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { entranceRoute } from '@/app/desk-route'
import { resetPassword } from '@/db/one-time-links'
import { spentLink } from '@/db/refusal'
import { passwordSchema, secretSchema } from '@/lib/desk/entry'

const schema = z.object({ secret: secretSchema, password: passwordSchema })

export const POST = entranceRoute(schema, async ({ db, now, input: { password, secret } }) => {
  const reset = await resetPassword(db, { secret, passwordHash: await hashPassword(password), now })
  return reset ?? spentLink()
})
