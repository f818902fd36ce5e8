import { deskRoute } from '@/app/_desk/desk-route'
import { pageAnswer } from '@/app/_desk/page-view'
import { publishPage } from '@/db/publishing/page-verbs'
import * as endpoints from '@/lib/desk/pages/endpoints'

export const POST = deskRoute(endpoints.publishPage, 'manage pages', async ({ db, editor, input, param, now }) =>
  pageAnswer(db, await publishPage(db, { id: Number(param('page')), version: input.version, by: editor, now })),
)
