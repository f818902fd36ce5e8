import { ListPage } from '@/components/lists/list-page'
import { Pagination } from '@/components/lists/pagination'
import { TeaserList } from '@/components/lists/teaser-list'
import { topicPath } from '@/lib/addresses/paths'
import type { Teaser, Topic } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'

interface Props {
  topic: Topic
  teasers: Teaser[]
  page: number
  pages: number
  settings: SiteSettings
}

export function TopicPage({ topic, teasers, page, pages, settings }: Props) {
  return (
    <ListPage title={topic.name} description={topic.description}>
      <TeaserList
        teasers={teasers}
        settings={settings}
        empty={`No story about ${topic.name} has been published yet.`}
      />
      <Pagination page={page} pages={pages} hrefOf={(number) => topicPath(topic.slug, number)} />
    </ListPage>
  )
}
