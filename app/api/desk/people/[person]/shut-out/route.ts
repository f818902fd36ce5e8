import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { deactivateUser } from '@/db/accounts/users'
import { refuse } from '@/lib/desk/refusal'

export const POST = deskRoute('manage people', z.object({}), async ({ db, editor, now, params: { person = '' } }) => {
  if (person === editor.id) return refuse('', 'You cannot shut yourself out. Ask another admin.')
  return deactivateUser(db, { id: person, now })
})
