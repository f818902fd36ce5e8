import { secretFormRoute } from '@/app/_desk/desk-route'
import { mailNotifications } from '@/app/_desk/notification-mail'
import { answerVersion } from '@/db/comments/version-reviews'
import * as endpoints from '@/lib/desk/version-review/endpoints'
import { answeredPath } from '@/lib/desk/version-review/said'

/** The link is the permission. Where it does not work any more, its page says so. */
export const POST = secretFormRoute(endpoints.answerVersionByForm, async ({ db, input, now }) => {
  const { secret, kind } = input
  const outcome = await answerVersion(db, { ...input, now })
  mailNotifications()
  const [problem] = outcome && 'problems' in outcome ? outcome.problems : []
  return answeredPath(secret, problem?.field ?? kind)
})
