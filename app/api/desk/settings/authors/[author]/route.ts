import { deskRoute } from '@/app/desk-route'
import { inTransaction } from '@/db/open'
import { allAuthors, authorAddressProblem, describeAuthor, renameAuthor } from '@/db/people'
import { refuse } from '@/db/refusal'
import { authorSchema } from '@/lib/desk/paper-settings'
import { plainSlugFrom } from '@/lib/paths'

export const PUT = deskRoute('change settings', authorSchema, async ({ db, input, params, now }) => {
  const author = (await allAuthors(db)).answer.find(({ id }) => id === Number(params.author))
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
