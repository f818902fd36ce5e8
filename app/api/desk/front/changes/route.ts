import { frontAfter } from '@/app/_desk/answers/front-answer'
import { deskRoute } from '@/app/_desk/desk-route'
import { changeFront } from '@/db/front/drafts'
import * as endpoints from '@/lib/desk/front/endpoints'

export const POST = deskRoute(endpoints.changeFront, 'arrange fronts', async (call) => {
  const { db, editor, now, input } = call
  const outcome = await changeFront(db, { sectionId: input.section, change: input.change, by: editor, now })
  return frontAfter(call, input.section, outcome)
})
