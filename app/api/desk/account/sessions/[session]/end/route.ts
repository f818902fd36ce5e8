import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { endSession } from '@/db/accounts/sessions'

export const POST = deskRoute('keep own account', z.object({}), async ({ db, editor, params: { session = '' } }) => {
  const isEnded = await endSession(db, { userId: editor.id, id: session })
  return isEnded ? {} : null
})
