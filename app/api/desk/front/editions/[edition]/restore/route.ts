import { frontAfter } from '@/app/_desk/answers/front-answer'
import { deskRoute } from '@/app/_desk/desk-route'
import { restoreEdition } from '@/db/front/editions'
import * as endpoints from '@/lib/desk/front/endpoints'

export const POST = deskRoute(endpoints.restoreEdition, 'arrange fronts', async (call) => {
  const { db, editor, now, param } = call
  const { section } = call.input
  const id = Number(param('edition'))
  return frontAfter(call, section, await restoreEdition(db, { id, sectionId: section, by: editor, now }))
})
