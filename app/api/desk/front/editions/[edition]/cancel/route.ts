import { frontAfter } from '@/app/_desk/answers/front-answer'
import { deskRoute } from '@/app/_desk/desk-route'
import { cancelEdition } from '@/db/front/editions'
import * as endpoints from '@/lib/desk/front/endpoints'

export const POST = deskRoute(endpoints.cancelEdition, 'arrange fronts', async (call) => {
  const { section } = call.input
  const id = Number(call.param('edition'))
  return frontAfter(call, section, await cancelEdition(call.db, { id, sectionId: section, now: call.now }))
})
