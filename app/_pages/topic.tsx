import { listPages } from '@/app/_pages/list-pages'
import { readTopic } from '@/app/reads'
import { TopicPage } from '@/components/lists/topic-page'
import { topicPath } from '@/lib/addresses/paths'
import { listGraph } from '@/lib/json-ld/list-graph'

export const { page: topic, head: topicHead } = listPages({
  folder: ['topics'],
  read: readTopic,
  path: topicPath,
  description: ({ of }) => of.description,
  pictures: ({ teasers }) => teasers,
  body: ({ of, teasers, page, pages }, settings) => (
    <TopicPage topic={of} teasers={teasers} page={page} pages={pages} settings={settings} />
  ),
  graph: ({ of, teasers }, publication, path) => {
    const about = { '@type': 'Thing' as const, name: of.name }
    const collection = { path, name: of.name, description: of.description, items: teasers, about }
    return listGraph(publication, collection, [{ name: of.name, path }])
  },
})
