import { deskRoute } from '@/app/_desk/desk-route'
import { siteUrl } from '@/app/reads'
import { threadedQuery } from '@/app/threaded-query'
import * as endpoints from '@/lib/desk/archive/endpoints'

const STORIES_SHOWN = 12

export const GET = deskRoute(endpoints.searchArchive, 'search archive', async ({ input, editor, now }) => {
  const { q, not = null } = input
  const stories = await threadedQuery('archive', {
    query: q,
    not,
    editor,
    siteUrl: siteUrl(),
    limit: STORIES_SHOWN,
    now,
  })
  return { stories }
})
