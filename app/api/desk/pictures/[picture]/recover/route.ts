import { deskRoute } from '@/app/_desk/desk-route'
import { recoverPicture } from '@/db/library/bin'
import * as endpoints from '@/lib/desk/pictures/endpoints'

export const POST = deskRoute(
  endpoints.recoverPicture,
  'decide on pictures',
  async ({ db, param, now }) => (await recoverPicture(db, { id: Number(param('picture')), now })) && {},
)
