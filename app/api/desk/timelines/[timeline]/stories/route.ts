import { deskRoute } from '@/app/_desk/desk-route'
import { addStories } from '@/db/timelines/story-changes'
import * as endpoints from '@/lib/desk/timelines/endpoints'

export const POST = deskRoute(
  endpoints.addTimelineStories,
  'arrange timelines',
  async ({ db, editor, input, param, now }) =>
    addStories(db, { id: Number(param('timeline')), storyIds: input.stories, by: editor, now }),
)
