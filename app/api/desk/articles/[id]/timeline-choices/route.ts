import { articleRoute } from '@/app/_desk/desk-route'
import { timelineChoices } from '@/db/timelines/story-view'
import * as endpoints from '@/lib/desk/timelines/endpoints'

export const GET = articleRoute(endpoints.articleTimelineChoices, 'arrange timelines', async ({ db, id }) => ({
  timelines: await timelineChoices(db, { storyId: id }),
}))
