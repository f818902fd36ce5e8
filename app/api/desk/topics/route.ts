import { deskRoute } from '@/app/_desk/desk-route'
import { listedTopics } from '@/db/desk/listed-names'
import { addTopic, topicAddressProblem, topicNameProblem } from '@/db/paper/topics'
import { chosenSlug } from '@/lib/addresses/paths'
import * as endpoints from '@/lib/desk/paper/endpoints'
import { refuse } from '@/lib/desk/refusal'

export const GET = deskRoute(endpoints.listTopics, 'manage topics', async ({ db, input, now }) =>
  listedTopics(db, { words: input.q, page: input.page, now }),
)

export const POST = deskRoute(endpoints.addTopic, 'manage topics', async ({ db, input, now }) => {
  const slug = chosenSlug(input.slug, { name: input.name, own: null })
  const taken = await topicNameProblem(db, { name: input.name, self: null })
  if (taken) return refuse('name', taken)
  const problem = await topicAddressProblem(db, { slug, self: null })
  if (problem) return refuse('slug', problem)
  const { id } = await addTopic(db, { name: input.name, slug, description: input.description, now })
  return { id }
})
