import { deskRoute } from '@/app/_desk/desk-route'
import { threadedQuery } from '@/app/threaded-query'
import { makeTimeline } from '@/db/timelines/timeline-changes'
import * as endpoints from '@/lib/desk/timelines/endpoints'

export const GET = deskRoute(endpoints.listTimelines, 'arrange timelines', async ({ input, now }) =>
  threadedQuery('timelines', { words: input.q, page: input.page, now }),
)

export const POST = deskRoute(endpoints.makeTimeline, 'arrange timelines', async ({ db, editor, input, now }) => {
  const { stories: storyIds, ...typed } = input
  const made = await makeTimeline(db, { ...typed, introduction: '', storyIds, by: editor, now })
  return 'problems' in made ? made : { id: made.id }
})
