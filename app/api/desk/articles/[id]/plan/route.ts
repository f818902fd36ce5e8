import { articleRoute } from '@/app/_desk/desk-route'
import { mailNotifications } from '@/app/_desk/notification-mail'
import { openAccounts } from '@/db/accounts/users'
import { changePlan, planOf } from '@/db/planning/plans'
import { can } from '@/lib/accounts/permissions'
import * as endpoints from '@/lib/desk/plans/endpoints'

export const GET = articleRoute(endpoints.articlePlan, 'read article', async ({ db, editor, id }) => ({
  plan: await planOf(db, id),
  people: can(editor, 'plan articles') ? await openAccounts(db) : [],
}))

export const POST = articleRoute(
  endpoints.changeArticlePlan,
  'plan articles',
  async ({ db, editor, id, input: change, now }) => {
    const outcome = await changePlan(db, { id, change, by: editor, now })
    mailNotifications()
    return outcome
  },
)
