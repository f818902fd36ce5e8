import { deskRoute } from '@/app/_desk/desk-route'
import { removeStories } from '@/db/timelines/story-changes'
import * as endpoints from '@/lib/desk/timelines/endpoints'

export const POST = deskRoute(
  endpoints.removeTimelineStories,
  'arrange timelines',
  async ({ db, editor, input, param, now }) =>
    removeStories(db, { id: Number(param('timeline')), storyIds: input.stories, by: editor, now }),
)
