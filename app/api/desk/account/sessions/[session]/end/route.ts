import { deskRoute } from '@/app/_desk/desk-route'
import { endSession } from '@/db/accounts/sessions'
import * as endpoints from '@/lib/desk/account/endpoints'

export const POST = deskRoute(endpoints.endOwnSession, 'keep own account', async ({ db, editor, now, param }) => {
  const isEnded = await endSession(db, { userId: editor.id, id: param('session'), now })
  return isEnded ? {} : null
})
