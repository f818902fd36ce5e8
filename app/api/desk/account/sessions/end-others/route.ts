import { z } from 'zod'
import { deskRoute } from '@/app/desk-route'
import { currentSession } from '@/app/editor'
import { endSessions } from '@/db/sessions'

export const POST = deskRoute('keep own account', z.object({}), async ({ db, editor }) =>
  endSessions(db, { userId: editor.id, kept: await currentSession() }),
)
