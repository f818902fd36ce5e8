import { frontAfter } from '@/app/_desk/answers/front-answer'
import { deskRoute } from '@/app/_desk/desk-route'
import { keepStory } from '@/db/front/clipboard'
import * as endpoints from '@/lib/desk/front/endpoints'

export const POST = deskRoute(endpoints.keepForFront, 'arrange fronts', async (call) => {
  const { db, editor, now } = call
  const { section, story, isKept } = call.input
  return frontAfter(call, section, await keepStory(db, { userId: editor.id, articleId: story, isKept, now }))
})
