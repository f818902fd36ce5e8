import { deskRoute } from '@/app/_desk/desk-route'
import { addTopic, topicAddressProblem } from '@/db/paper/topics'
import { plainSlugFrom } from '@/lib/addresses/paths'
import { refuse } from '@/lib/desk/refusal'
import * as endpoints from '@/lib/desk/settings/endpoints'

export const POST = deskRoute(endpoints.addTopic, 'change settings', async ({ db, input, now }) => {
  const slug = input.slug || plainSlugFrom(input.name)
  const problem = await topicAddressProblem(db, { slug, self: null })
  if (problem) return refuse('slug', problem)
  const { id } = await addTopic(db, { name: input.name, slug, description: '', now })
  return { id }
})
