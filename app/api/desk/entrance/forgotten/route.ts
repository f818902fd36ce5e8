import { z } from 'zod'
import { entranceRoute } from '@/app/desk-route'
import { mailForgotten } from '@/app/forgotten'
import { hasMail } from '@/app/mail'
import { emailSchema } from '@/lib/desk/entry'

const schema = z.object({ email: emailSchema })

export const POST = entranceRoute(schema, async ({ db, now, input: { email } }) => {
  if (!hasMail()) return null
  // Not awaited: how long the answer takes must not tell whether the address is known.
  mailForgotten(db, { email, now }).catch((error) => console.error('a forgotten password could not be mailed', error))
  return {}
})
