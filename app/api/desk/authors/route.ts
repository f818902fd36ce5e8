import { deskRoute } from '@/app/_desk/desk-route'
import { threadedQuery } from '@/app/threaded-query'
import { bringAuthor } from '@/db/paper/author-changes'
import * as endpoints from '@/lib/desk/paper/endpoints'

export const GET = deskRoute(endpoints.listAuthors, 'manage authors', async ({ input, now }) =>
  threadedQuery('authors', { words: input.q, page: input.page, now }),
)

export const POST = deskRoute(endpoints.addAuthor, 'manage authors', async ({ db, input, now }) => {
  const made = await bringAuthor(db, { ...input, now })
  return 'problems' in made ? made : { id: made.id }
})
