import { deskRoute } from '@/app/_desk/desk-route'
import { mailNotifications } from '@/app/_desk/notification-mail'
import { threadedQuery } from '@/app/threaded-query'
import { planStory } from '@/db/planning/plans'
import * as endpoints from '@/lib/desk/plans/endpoints'
import { parsePlansQuery } from '@/lib/desk/plans/plans-query'

export const GET = deskRoute(endpoints.readPlans, 'see plans', ({ editor, input, now }) =>
  threadedQuery('plans', { query: parsePlansQuery(input), editor, now }),
)

export const POST = deskRoute(endpoints.planStory, 'plan articles', async ({ db, editor, input, now }) => {
  const { title, sectionId, ...change } = input
  const outcome = await planStory(db, { title, sectionId, change, by: editor, now })
  mailNotifications()
  return outcome
})
