import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { mailReset, oneTimeUrl } from '@/app/_desk/one-time-address'
import { makeResetLink } from '@/db/accounts/one-time-links'
import { userById } from '@/db/accounts/users'

export const POST = deskRoute('manage people', z.object({}), async ({ db, editor, now, params: { person = '' } }) => {
  const user = await userById(db, person)
  const secret = user && (await makeResetLink(db, { email: user.email, by: editor.name, now }))
  if (!secret) return null
  const url = oneTimeUrl('reset', secret)
  return { url, mailed: await mailReset({ email: user.email, name: user.name, url }) }
})
