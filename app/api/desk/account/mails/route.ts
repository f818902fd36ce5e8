import { deskRoute } from '@/app/_desk/desk-route'
import { chooseMail } from '@/db/comments/mail-choices'
import * as endpoints from '@/lib/desk/account/endpoints'

export const POST = deskRoute(endpoints.chooseMail, 'keep own account', async ({ db, editor, input, now }) => {
  await chooseMail(db, { userId: editor.id, ...input, now })
  return {}
})
