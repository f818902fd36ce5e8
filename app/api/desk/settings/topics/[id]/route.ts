import { deskRoute } from '@/app/_desk/desk-route'
import { allTopics, renameTopic, topicAddressProblem } from '@/db/paper/topics'
import { plainSlugFrom } from '@/lib/addresses/paths'
import { refuse } from '@/lib/desk/refusal'
import * as endpoints from '@/lib/desk/settings/endpoints'

export const PUT = deskRoute(endpoints.renameTopic, 'change settings', async ({ db, input, param, now }) => {
  const topic = (await allTopics(db)).value.find(({ id }) => id === Number(param('id')))
  if (!topic) return null
  const slug = input.slug || plainSlugFrom(input.name)
  const problem = await topicAddressProblem(db, { slug, self: topic.id })
  if (problem) return refuse('slug', problem)
  await renameTopic(db, { id: topic.id, name: input.name, slug, now })
  return {}
})
