import { signedOutRoute } from '@/app/_desk/desk-route'
import { hasMail } from '@/app/_desk/mail'
import { mailPasswordLink } from '@/app/_desk/password-link-request'
import * as endpoints from '@/lib/desk/account/endpoints'

export const POST = signedOutRoute(endpoints.requestPasswordLink, async ({ db, now, input: { email } }) => {
  if (!hasMail()) return null
  // Not awaited: how long the answer takes must not tell whether the address is known.
  mailPasswordLink(db, { email, now }).catch((error) =>
    console.error('a forgotten password could not be mailed', error),
  )
  return {}
})
