import { deskRoute } from '@/app/_desk/desk-route'
import { timelinesView } from '@/db/timelines/desk-views'
import { makeTimeline } from '@/db/timelines/timeline-changes'
import * as endpoints from '@/lib/desk/timelines/endpoints'

export const GET = deskRoute(endpoints.listTimelines, 'arrange timelines', async ({ db, now }) =>
  timelinesView(db, { now }),
)

export const POST = deskRoute(endpoints.makeTimeline, 'arrange timelines', async ({ db, editor, input, now }) => {
  const { stories: storyIds, ...typed } = input
  const made = await makeTimeline(db, { ...typed, introduction: '', storyIds, by: editor, now })
  return 'problems' in made ? made : { id: made.id }
})
