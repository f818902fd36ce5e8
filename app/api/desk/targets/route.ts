import { deskRoute } from '@/app/_desk/desk-route'
import { storyTargets } from '@/db/desk/story-lookup'
import * as endpoints from '@/lib/desk/archive/endpoints'

export const GET = deskRoute(endpoints.targetsByIds, 'search archive', async ({ db, input, editor, now }) => ({
  targets: await storyTargets(db, { ids: input.ids, editor, now, withDeleted: true }),
}))
