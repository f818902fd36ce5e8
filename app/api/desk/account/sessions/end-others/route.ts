import { deskRoute } from '@/app/_desk/desk-route'
import { currentSession } from '@/app/_desk/editor'
import { endSessions } from '@/db/accounts/sessions'
import * as endpoints from '@/lib/desk/account/endpoints'

export const POST = deskRoute(endpoints.endOtherSessions, 'keep own account', async ({ db, editor, now }) =>
  endSessions(db, { userId: editor.id, except: await currentSession(), now }),
)
