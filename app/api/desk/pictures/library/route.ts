import { deskRoute } from '@/app/_desk/desk-route'
import { threadedQuery } from '@/app/threaded-query'
import * as endpoints from '@/lib/desk/pictures/endpoints'
import { parseLibraryQuery } from '@/lib/desk/pictures/library-query'

export const GET = deskRoute(endpoints.searchLibrary, 'see pictures', async ({ editor, input, now }) =>
  threadedQuery('pictures', { query: parseLibraryQuery(input), editor, now }),
)
