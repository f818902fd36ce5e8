import { planAnswer } from '@/app/_desk/answers/plan-answer'
import { articleRoute } from '@/app/_desk/desk-route'
import { mailNotifications } from '@/app/_desk/notification-mail'
import { changePlan } from '@/db/planning/plans'
import * as endpoints from '@/lib/desk/plans/endpoints'

export const GET = articleRoute(endpoints.articlePlan, 'read article', ({ db, editor, id }) =>
  planAnswer(db, { id, editor }),
)

export const POST = articleRoute(
  endpoints.changeArticlePlan,
  'plan articles',
  async ({ db, editor, id, input: change, now }) => {
    const outcome = await changePlan(db, { id, change, by: editor, now })
    mailNotifications()
    return outcome
  },
)
