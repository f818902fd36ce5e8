import { deskRoute } from '@/app/_desk/desk-route'
import { allTopics, renameTopic, topicAddressProblem, topicNameProblem } from '@/db/paper/topics'
import { chosenSlug } from '@/lib/addresses/paths'
import { refuse } from '@/lib/desk/refusal'
import * as endpoints from '@/lib/desk/settings/endpoints'

export const PUT = deskRoute(endpoints.renameTopic, 'change settings', async ({ db, input, param, now }) => {
  const topic = (await allTopics(db)).value.find(({ id }) => id === Number(param('id')))
  if (!topic) return null
  const slug = chosenSlug(input.slug, { name: input.name, own: topic.slug })
  const taken = await topicNameProblem(db, { name: input.name, self: topic.id })
  if (taken) return refuse('name', taken)
  const problem = await topicAddressProblem(db, { slug, self: topic.id })
  if (problem) return refuse('slug', problem)
  await renameTopic(db, { id: topic.id, name: input.name, slug, now })
  return {}
})
