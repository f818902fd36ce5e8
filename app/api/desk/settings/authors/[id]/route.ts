import { deskRoute } from '@/app/_desk/desk-route'
import { allAuthors, authorAddressProblem, describeAuthor, renameAuthor } from '@/db/paper/authors'
import { inTransaction } from '@/db/store/open'
import { chosenSlug } from '@/lib/addresses/paths'
import { refuse } from '@/lib/desk/refusal'
import * as endpoints from '@/lib/desk/settings/endpoints'

export const PUT = deskRoute(endpoints.changeAuthor, 'change settings', async ({ db, input, param, now }) => {
  const author = (await allAuthors(db)).value.find(({ id }) => id === Number(param('id')))
  if (!author) return null
  const slug = chosenSlug(input.slug, { name: input.name, own: author.slug })
  const problem = await authorAddressProblem(db, { slug, self: author.id })
  if (problem) return refuse('slug', problem)
  return inTransaction(db, async (tx) => {
    await renameAuthor(tx, { id: author.id, name: input.name, slug, now })
    await describeAuthor(tx, { id: author.id, role: input.role, bio: input.bio, now })
    return {}
  })
})
