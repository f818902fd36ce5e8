import { deskRoute } from '@/app/_desk/desk-route'
import { deletePage } from '@/db/publishing/page-verbs'
import * as endpoints from '@/lib/desk/pages/endpoints'

export const POST = deskRoute(endpoints.deletePage, 'manage pages', async ({ db, input, param, now }) =>
  deletePage(db, { id: Number(param('page')), version: input.version, now }),
)
