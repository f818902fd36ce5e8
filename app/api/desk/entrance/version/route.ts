import { signedOutRoute } from '@/app/_desk/desk-route'
import { mailNotifications } from '@/app/_desk/notification-mail'
import { answerVersion, saidAbout } from '@/db/comments/version-reviews'
import { invalidLink } from '@/lib/desk/refusal'
import * as endpoints from '@/lib/desk/version-review/endpoints'

/** What somebody without an account says about a version; the link is the permission. */
export const POST = signedOutRoute(endpoints.answerVersion, async ({ db, input, now }) => {
  const outcome = await answerVersion(db, { ...input, now })
  if (!outcome) return invalidLink()
  if ('problems' in outcome) return outcome
  mailNotifications()
  return { said: await saidAbout(db, { secret: input.secret, now }) }
})
