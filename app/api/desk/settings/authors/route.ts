import { deskRoute } from '@/app/_desk/desk-route'
import { addAuthor, authorAddressProblem } from '@/db/paper/authors'
import { chosenSlug } from '@/lib/addresses/paths'
import { refuse } from '@/lib/desk/refusal'
import * as endpoints from '@/lib/desk/settings/endpoints'

export const POST = deskRoute(endpoints.addAuthor, 'change settings', async ({ db, input, now }) => {
  const slug = chosenSlug(input.slug, { name: input.name, own: null })
  const problem = await authorAddressProblem(db, { slug, self: null })
  if (problem) return refuse('slug', problem)
  return { id: await addAuthor(db, { ...input, slug, portraitId: null, now }) }
})
