import { deskRoute } from '@/app/_desk/desk-route'
import { revokeToken } from '@/db/accounts/api-tokens'
import * as endpoints from '@/lib/desk/tokens/endpoints'

export const POST = deskRoute(endpoints.revokeApiToken, 'manage tokens', ({ db, now, param }) =>
  revokeToken(db, { id: Number(param('token')), now }),
)
