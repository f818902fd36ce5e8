import { deskRoute } from '@/app/_desk/desk-route'
import { currentSession } from '@/app/_desk/editor'
import { endSessions } from '@/db/accounts/sessions'
import * as endpoints from '@/lib/desk/people/endpoints'

export const POST = deskRoute(endpoints.endSessionsOf, 'manage people', async ({ db, editor, now, param }) => {
  const except = param('person') === editor.id ? await currentSession() : null
  return endSessions(db, { userId: param('person'), except, now })
})
