import { deskRoute } from '@/app/_desk/desk-route'
import { allTopics, renameTopic, topicAddressProblem } from '@/db/paper/topics'
import { plainSlugFrom } from '@/lib/addresses/paths'
import { topicSchema } from '@/lib/desk/paper-settings'
import { refuse } from '@/lib/desk/refusal'

export const PUT = deskRoute('change settings', topicSchema, async ({ db, input, params, now }) => {
  const topic = (await allTopics(db)).value.find(({ id }) => id === Number(params.topic))
  if (!topic) return null
  const slug = input.slug || plainSlugFrom(input.name)
  const problem = await topicAddressProblem(db, { slug, self: topic.id })
  if (problem) return refuse('slug', problem)
  await renameTopic(db, { id: topic.id, name: input.name, slug, now })
  return {}
})
