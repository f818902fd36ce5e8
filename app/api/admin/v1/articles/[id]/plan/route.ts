import { apiRoute } from '@/app/_admin-api/api-route'
import { byAssignee, planAnswer, planChangeOf } from '@/app/_admin-api/planning-answers'
import { mailNotifications } from '@/app/_desk/notification-mail'
import { changePlan, planOf } from '@/db/planning/plans'

export const GET = apiRoute('getPlan', async ({ db, id }) => planAnswer(id, await planOf(db, id)))

export const PATCH = apiRoute('changePlan', async ({ db, editor, id, now, body }) => {
  const planned = await planChangeOf(db, body)
  if ('problems' in planned) return planned
  const outcome = await changePlan(db, { id, ...planned, by: editor, now })
  mailNotifications()
  return 'problems' in outcome ? byAssignee(outcome) : planAnswer(id, outcome)
})
