import { deskRoute } from '@/app/_desk/desk-route'
import { pageAnswer } from '@/app/_desk/page-view'
import { discardPageChanges } from '@/db/publishing/page-verbs'
import * as endpoints from '@/lib/desk/pages/endpoints'

export const POST = deskRoute(endpoints.discardPageChanges, 'manage pages', async ({ db, editor, input, param, now }) =>
  pageAnswer(db, await discardPageChanges(db, { id: Number(param('page')), version: input.version, by: editor, now })),
)
