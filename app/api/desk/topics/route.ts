import { deskRoute } from '@/app/_desk/desk-route'
import { threadedQuery } from '@/app/threaded-query'
import { bringTopic } from '@/db/paper/topic-changes'
import * as endpoints from '@/lib/desk/paper/endpoints'

export const GET = deskRoute(endpoints.listTopics, 'manage topics', async ({ input, now }) =>
  threadedQuery('topics', { words: input.q, page: input.page, now }),
)

export const POST = deskRoute(endpoints.addTopic, 'manage topics', async ({ db, input, now }) => {
  const made = await bringTopic(db, { ...input, now })
  return 'problems' in made ? made : { id: made.id }
})
