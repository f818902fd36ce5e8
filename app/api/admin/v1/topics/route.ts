import { apiRoute } from '@/app/_admin-api/api-route'
import { bringTopic } from '@/db/paper/topic-changes'
import { allTopics } from '@/db/paper/topics'
import { topicPath } from '@/lib/addresses/paths'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const GET = apiRoute('listTopics', async ({ db }) => ({
  topics: (await allTopics(db)).value.map(({ id, slug, name, description }) => ({
    id,
    slug,
    name,
    description,
    url: `${siteRuntime().siteUrl}${topicPath(slug)}`,
  })),
}))

export const POST = apiRoute('createTopic', async ({ db, now, body }) => {
  const made = await bringTopic(db, { ...body, now })
  return 'problems' in made ? made : { ...made, url: `${siteRuntime().siteUrl}${topicPath(made.slug)}` }
})
