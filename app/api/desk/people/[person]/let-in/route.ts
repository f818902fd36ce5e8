import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { reactivateUser } from '@/db/accounts/users'

export const POST = deskRoute('manage people', z.object({}), async ({ db, now, params: { person = '' } }) =>
  reactivateUser(db, { id: person, now }),
)
