import { z } from 'zod'
import { deskRoute } from '@/app/desk-route'
import { currentSession } from '@/app/editor'
import { endSessions } from '@/db/sessions'

export const POST = deskRoute('manage people', z.object({}), async ({ db, editor, params: { person = '' } }) => {
  const kept = person === editor.id ? await currentSession() : null
  return endSessions(db, { userId: person, kept })
})
