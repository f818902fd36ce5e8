import { deskRoute } from '@/app/_desk/desk-route'
import { recoverPage } from '@/db/paper/page-bin'
import * as endpoints from '@/lib/desk/pages/endpoints'

export const POST = deskRoute(endpoints.recoverPage, 'manage pages', async ({ db, param, now }) =>
  recoverPage(db, { id: Number(param('page')), now }),
)
