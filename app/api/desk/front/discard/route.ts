import { frontAfter } from '@/app/_desk/answers/front-answer'
import { deskRoute } from '@/app/_desk/desk-route'
import { discardFrontChanges } from '@/db/front/drafts'
import * as endpoints from '@/lib/desk/front/endpoints'

export const POST = deskRoute(endpoints.discardFront, 'arrange fronts', async (call) => {
  const { db, editor, now, input } = call
  return frontAfter(call, input.section, await discardFrontChanges(db, { sectionId: input.section, by: editor, now }))
})
