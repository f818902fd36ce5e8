import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { currentSession } from '@/app/_desk/editor'
import { endSessions } from '@/db/accounts/sessions'

export const POST = deskRoute('manage people', z.object({}), async ({ db, editor, params: { person = '' } }) => {
  const kept = person === editor.id ? await currentSession() : null
  return endSessions(db, { userId: person, kept })
})
