import { deskRoute } from '@/app/_desk/desk-route'
import { mailResetLink, oneTimeUrl } from '@/app/_desk/one-time-links'
import { makeResetLink } from '@/db/accounts/one-time-links'
import { userById } from '@/db/accounts/users'
import * as endpoints from '@/lib/desk/people/endpoints'

export const POST = deskRoute(endpoints.makeResetLink, 'manage people', async ({ db, editor, now, param }) => {
  const user = await userById(db, param('person'))
  const secret = user && (await makeResetLink(db, { email: user.email, by: editor.name, byId: editor.id, now }))
  if (!secret) return null
  const url = oneTimeUrl('reset', secret)
  return { url, mailed: await mailResetLink({ email: user.email, name: user.name, url }) }
})
