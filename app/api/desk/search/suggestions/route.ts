import { deskRoute } from '@/app/_desk/desk-route'
import { threadedQuery } from '@/app/threaded-query'
import * as endpoints from '@/lib/desk/archive/endpoints'
import { searchQuery } from '@/lib/text/search-query'

/** As many as stand below a field on a phone. */
const SUGGESTED = 8

export const GET = deskRoute(endpoints.suggestStories, 'list articles', async ({ input, editor, now }) => ({
  suggestions: await threadedQuery('deskSuggestions', { typed: searchQuery(input.q), editor, now, most: SUGGESTED }),
}))
