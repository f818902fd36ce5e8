import { accountAnswer } from '@/app/_desk/answers/account-answer'
import { deskRoute } from '@/app/_desk/desk-route'
import { deactivateUser } from '@/db/accounts/users'
import * as endpoints from '@/lib/desk/people/endpoints'
import { refuse } from '@/lib/desk/refusal'

export const POST = deskRoute(endpoints.deactivatePerson, 'manage people', async ({ db, editor, now, param }) => {
  if (param('person') === editor.id) return refuse('', 'You cannot shut yourself out. Ask another admin.')
  return accountAnswer(await deactivateUser(db, { id: param('person'), now }))
})
