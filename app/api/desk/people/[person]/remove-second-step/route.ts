import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { removeSecondStep } from '@/db/accounts/users'

export const POST = deskRoute('manage people', z.object({}), async ({ db, now, params: { person = '' } }) =>
  removeSecondStep(db, { id: person, now }),
)
