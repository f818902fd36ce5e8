import { deskRoute } from '@/app/_desk/desk-route'
import { mailInvitation, oneTimeUrl } from '@/app/_desk/one-time-links'
import { invite } from '@/db/accounts/one-time-links'
import * as endpoints from '@/lib/desk/people/endpoints'

export const POST = deskRoute(endpoints.invitePerson, 'manage people', async ({ db, editor, now, input }) => {
  const invited = await invite(db, { ...input, by: editor.name, byId: editor.id, now })
  if ('problems' in invited) return invited
  const url = oneTimeUrl('invitation', invited.secret)
  return { url, mailed: await mailInvitation({ ...input, url, by: editor.name }) }
})
