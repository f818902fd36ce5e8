import { deskRoute } from '@/app/_desk/desk-route'
import { splitTimeline } from '@/db/timelines/story-changes'
import * as endpoints from '@/lib/desk/timelines/endpoints'

export const POST = deskRoute(endpoints.splitTimeline, 'arrange timelines', async ({ db, editor, input, param, now }) =>
  splitTimeline(db, { id: Number(param('timeline')), storyIds: input.stories, name: input.name, by: editor, now }),
)
