import { apiRoute } from '@/app/_admin-api/api-route'
import { addTopic, allTopics, topicAddressProblem, topicNameProblem } from '@/db/paper/topics'
import { chosenSlug, topicPath } from '@/lib/addresses/paths'
import { refuse } from '@/lib/desk/refusal'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const GET = apiRoute('listTopics', async ({ db }) => ({
  topics: (await allTopics(db)).value.map(({ id, slug, name, description }) => ({
    ...{ id, slug, name, description, url: `${siteRuntime().siteUrl}${topicPath(slug)}` },
  })),
}))

export const POST = apiRoute('createTopic', async ({ db, now, body: { name, description, slug: chosen } }) => {
  const slug = chosenSlug(chosen, { name, own: null })
  const taken = await topicNameProblem(db, { name, self: null })
  if (taken) return refuse('name', taken)
  const problem = await topicAddressProblem(db, { slug, self: null })
  if (problem) return refuse('slug', problem)
  const { id } = await addTopic(db, { name, slug, description, now })
  return { id, slug, url: `${siteRuntime().siteUrl}${topicPath(slug)}` }
})
