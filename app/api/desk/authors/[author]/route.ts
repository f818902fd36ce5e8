import { deskRoute } from '@/app/_desk/desk-route'
import { authorById, authorProblem, describeAuthor, renameAuthor } from '@/db/paper/authors'
import { inTransaction } from '@/db/store/open'
import { chosenSlug } from '@/lib/addresses/paths'
import * as endpoints from '@/lib/desk/paper/endpoints'

export const PUT = deskRoute(endpoints.changeAuthor, 'manage authors', async ({ db, input, param, now }) => {
  const present = await authorById(db, Number(param('author')))
  if (!present) return null
  const { id } = present
  const { name, slug: chosen, ...description } = input
  const slug = chosenSlug(chosen, { name, own: present.slug })
  const refusal = await authorProblem(db, { author: { ...input, slug }, self: id })
  if (refusal) return refusal
  return inTransaction(db, async (tx) => {
    await renameAuthor(tx, { id, name, slug, now })
    await describeAuthor(tx, { id, ...description, now })
    return {}
  })
})
