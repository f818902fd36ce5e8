import { deskRoute } from '@/app/_desk/desk-route'
import { pageAnswer } from '@/app/_desk/page-view'
import { restorePageVersion } from '@/db/publishing/page-verbs'
import * as endpoints from '@/lib/desk/pages/endpoints'

export const POST = deskRoute(endpoints.restorePageVersion, 'manage pages', async ({ db, editor, input, param, now }) =>
  pageAnswer(db, await restorePageVersion(db, { id: Number(param('page')), ...input, by: editor, now })),
)
