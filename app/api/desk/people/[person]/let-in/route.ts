import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { letIn } from '@/db/accounts/users'

export const POST = deskRoute('manage people', z.object({}), async ({ db, now, params: { person = '' } }) =>
  letIn(db, { id: person, now }),
)
