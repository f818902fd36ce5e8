import { accountAnswer } from '@/app/_desk/answers/account-answer'
import { deskRoute } from '@/app/_desk/desk-route'
import { removeSecondStep } from '@/db/accounts/users'
import * as endpoints from '@/lib/desk/people/endpoints'

export const POST = deskRoute(endpoints.removeSecondStep, 'manage people', async ({ db, now, param }) =>
  accountAnswer(await removeSecondStep(db, { id: param('person'), now })),
)
