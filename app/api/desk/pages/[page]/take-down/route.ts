import { deskRoute } from '@/app/_desk/desk-route'
import { pageAnswer } from '@/app/_desk/page-view'
import { takeDownPage } from '@/db/publishing/page-verbs'
import * as endpoints from '@/lib/desk/pages/endpoints'

export const POST = deskRoute(endpoints.takeDownPage, 'manage pages', async ({ db, editor, input, param, now }) =>
  pageAnswer(db, await takeDownPage(db, { id: Number(param('page')), version: input.version, by: editor, now })),
)
