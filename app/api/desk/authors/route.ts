import { deskRoute } from '@/app/_desk/desk-route'
import { listedAuthors } from '@/db/desk/listed-names'
import { addAuthor, authorProblem } from '@/db/paper/authors'
import { chosenSlug } from '@/lib/addresses/paths'
import * as endpoints from '@/lib/desk/paper/endpoints'

export const GET = deskRoute(endpoints.listAuthors, 'manage authors', async ({ db, input, now }) =>
  listedAuthors(db, { words: input.q, page: input.page, now }),
)

export const POST = deskRoute(endpoints.addAuthor, 'manage authors', async ({ db, input, now }) => {
  const author = { ...input, slug: chosenSlug(input.slug, { name: input.name, own: null }) }
  const refusal = await authorProblem(db, { author, self: null })
  return refusal ?? { id: await addAuthor(db, { ...author, now }) }
})
