import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { changeRole } from '@/db/accounts/users'
import { roleSchema } from '@/lib/desk/entry'

const schema = z.object({ role: roleSchema })

export const POST = deskRoute('manage people', schema, async ({ db, now, input: { role }, params: { person = '' } }) =>
  changeRole(db, { id: person, role, now }),
)
