import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { currentSession } from '@/app/_desk/editor'
import { endSessions } from '@/db/accounts/sessions'

export const POST = deskRoute('keep own account', z.object({}), async ({ db, editor }) =>
  endSessions(db, { userId: editor.id, kept: await currentSession() }),
)
