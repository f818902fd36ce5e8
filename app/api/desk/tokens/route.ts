import { deskRoute } from '@/app/_desk/desk-route'
import { makeToken } from '@/db/accounts/api-tokens'
import * as endpoints from '@/lib/desk/tokens/endpoints'
import { DAY_MS } from '@/lib/time/durations'

export const POST = deskRoute(endpoints.makeApiToken, 'manage tokens', async ({ db, editor, now, input }) => {
  const { name, user, scopes, days } = input
  const expiresAt = days === null ? null : new Date(now.getTime() + days * DAY_MS)
  return makeToken(db, { name, userId: user, scopes, expiresAt, by: editor.name, now })
})
