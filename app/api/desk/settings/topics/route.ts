import { deskRoute } from '@/app/_desk/desk-route'
import { addTopic, topicAddressProblem, topicNameProblem } from '@/db/paper/topics'
import { chosenSlug } from '@/lib/addresses/paths'
import { refuse } from '@/lib/desk/refusal'
import * as endpoints from '@/lib/desk/settings/endpoints'

export const POST = deskRoute(endpoints.addTopic, 'change settings', async ({ db, input, now }) => {
  const slug = chosenSlug(input.slug, { name: input.name, own: null })
  const taken = await topicNameProblem(db, { name: input.name, self: null })
  if (taken) return refuse('name', taken)
  const problem = await topicAddressProblem(db, { slug, self: null })
  if (problem) return refuse('slug', problem)
  const { id } = await addTopic(db, { name: input.name, slug, description: '', now })
  return { id }
})
