import { z } from 'zod'
import { deskRoute } from '@/app/desk-route'
import { refuse } from '@/db/refusal'
import { shutOut } from '@/db/users'

export const POST = deskRoute('manage people', z.object({}), async ({ db, editor, now, params: { person = '' } }) => {
  if (person === editor.id) return refuse('', 'You cannot shut yourself out. Ask another admin.')
  return shutOut(db, { id: person, now })
})
