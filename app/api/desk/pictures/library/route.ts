import { deskRoute } from '@/app/_desk/desk-route'
import { libraryPictures } from '@/db/library/library'
import * as endpoints from '@/lib/desk/pictures/endpoints'
import { parseLibraryQuery } from '@/lib/desk/pictures/library-query'

export const GET = deskRoute(endpoints.searchLibrary, 'see pictures', async ({ db, editor, input, now }) =>
  libraryPictures(db, { query: parseLibraryQuery(input), editor, now }),
)
