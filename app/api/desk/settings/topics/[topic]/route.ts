import { deskRoute } from '@/app/desk-route'
import { refuse } from '@/db/refusal'
import { allTopics, renameTopic, topicAddressProblem } from '@/db/topics'
import { topicSchema } from '@/lib/desk/paper-settings'
import { plainSlugFrom } from '@/lib/paths'

export const PUT = deskRoute('change settings', topicSchema, async ({ db, input, params, now }) => {
  const topic = (await allTopics(db)).answer.find(({ id }) => id === Number(params.topic))
  if (!topic) return null
  const slug = input.slug || plainSlugFrom(input.name)
  const problem = await topicAddressProblem(db, { slug, self: topic.id })
  if (problem) return refuse('slug', problem)
  await renameTopic(db, { id: topic.id, name: input.name, slug, now })
  return {}
})
