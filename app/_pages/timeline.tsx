import { listPages } from '@/app/_pages/list-pages'
import { readTimeline } from '@/app/reads'
import { TimelinePage } from '@/components/lists/timeline-page'
import { timelinePath } from '@/lib/addresses/paths'
import { listGraph } from '@/lib/json-ld/list-graph'
import { LEAST_STORIES } from '@/lib/linking/timelines/event-groups'

export const { page: timeline, head: timelineHead } = listPages({
  folder: ['timelines'],
  read: readTimeline,
  path: timelinePath,
  description: ({ of }) => of.introduction.split('\n', 1)[0] ?? '',
  pictures: ({ lead, teasers }) => [...(lead ? [lead] : []), ...teasers],
  unlisted: ({ total }) => total < LEAST_STORIES,
  body: ({ of, ...list }, settings) => <TimelinePage timeline={of} {...list} settings={settings} />,
  graph: ({ of, lead, teasers }, publication, path) => {
    const about = { '@type': 'Thing' as const, name: of.name }
    const items = [...(lead ? [lead] : []), ...teasers.filter(({ id }) => id !== lead?.id)]
    const collection = { path, name: of.name, description: of.introduction, items, about }
    return listGraph(publication, collection, [{ name: of.name, path }])
  },
})
