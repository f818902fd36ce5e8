import { deskRoute } from '@/app/desk-route'
import { addAuthor, authorAddressProblem } from '@/db/people'
import { refuse } from '@/db/refusal'
import { authorSchema } from '@/lib/desk/paper-settings'
import { plainSlugFrom } from '@/lib/paths'

export const POST = deskRoute('change settings', authorSchema, async ({ db, input, now }) => {
  const slug = input.slug || plainSlugFrom(input.name)
  const problem = await authorAddressProblem(db, { slug, self: null })
  if (problem) return refuse('slug', problem)
  return { id: await addAuthor(db, { ...input, slug, portraitId: null, now }) }
})
