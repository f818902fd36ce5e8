import { deskRoute } from '@/app/_desk/desk-route'
import { allAuthors, authorAddressProblem, describeAuthor, renameAuthor } from '@/db/paper/authors'
import { inTransaction } from '@/db/store/open'
import { plainSlugFrom } from '@/lib/addresses/paths'
import { authorSchema } from '@/lib/desk/paper-settings'
import { refuse } from '@/lib/desk/refusal'

export const PUT = deskRoute('change settings', authorSchema, async ({ db, input, params, now }) => {
  const author = (await allAuthors(db)).value.find(({ id }) => id === Number(params.author))
  if (!author) return null
  const slug = input.slug || plainSlugFrom(input.name)
  const problem = await authorAddressProblem(db, { slug, self: author.id })
  if (problem) return refuse('slug', problem)
  return inTransaction(db, async (tx) => {
    await renameAuthor(tx, { id: author.id, name: input.name, slug, now })
    await describeAuthor(tx, { id: author.id, role: input.role, bio: input.bio, now })
    return {}
  })
})
