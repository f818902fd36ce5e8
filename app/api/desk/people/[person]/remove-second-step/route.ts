import { z } from 'zod'
import { deskRoute } from '@/app/desk-route'
import { removeSecondStep } from '@/db/users'

export const POST = deskRoute('manage people', z.object({}), async ({ db, now, params: { person = '' } }) =>
  removeSecondStep(db, { id: person, now }),
)
