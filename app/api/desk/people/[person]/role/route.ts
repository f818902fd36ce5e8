import { accountAnswer } from '@/app/_desk/answers/account-answer'
import { deskRoute } from '@/app/_desk/desk-route'
import { changeRole } from '@/db/accounts/users'
import * as endpoints from '@/lib/desk/people/endpoints'

export const POST = deskRoute(endpoints.changeRole, 'manage people', async ({ db, now, input: { role }, param }) =>
  accountAnswer(await changeRole(db, { id: param('person'), role, now })),
)
