import { deskRoute } from '@/app/desk-route'
import { refuse } from '@/db/refusal'
import { addTopic, topicAddressProblem } from '@/db/topics'
import { topicSchema } from '@/lib/desk/paper-settings'
import { plainSlugFrom } from '@/lib/paths'

export const POST = deskRoute('change settings', topicSchema, async ({ db, input, now }) => {
  const slug = input.slug || plainSlugFrom(input.name)
  const problem = await topicAddressProblem(db, { slug, self: null })
  if (problem) return refuse('slug', problem)
  const { id } = await addTopic(db, { name: input.name, slug, description: '', now })
  return { id }
})
