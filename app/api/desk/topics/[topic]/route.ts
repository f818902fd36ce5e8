import { deskRoute } from '@/app/_desk/desk-route'
import { describeTopic, renameTopic, topicAddressProblem, topicById, topicNameProblem } from '@/db/paper/topics'
import { inTransaction } from '@/db/store/open'
import { chosenSlug } from '@/lib/addresses/paths'
import * as endpoints from '@/lib/desk/paper/endpoints'
import { refuse } from '@/lib/desk/refusal'

export const PUT = deskRoute(endpoints.changeTopic, 'manage topics', async ({ db, input, param, now }) => {
  const topic = await topicById(db, Number(param('topic')))
  if (!topic) return null
  const { id } = topic
  const slug = chosenSlug(input.slug, { name: input.name, own: topic.slug })
  const taken = await topicNameProblem(db, { name: input.name, self: id })
  if (taken) return refuse('name', taken)
  const problem = await topicAddressProblem(db, { slug, self: id })
  if (problem) return refuse('slug', problem)
  return inTransaction(db, async (tx) => {
    await renameTopic(tx, { id, name: input.name, slug, now })
    await describeTopic(tx, { id, description: input.description, now })
    return {}
  })
})
