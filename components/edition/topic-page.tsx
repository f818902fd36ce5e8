import { ListPage } from '@/components/edition/list-page'
import { Pagination } from '@/components/edition/pagination'
import { TeaserList } from '@/components/edition/teaser-list'
import type { SiteSettings, Teaser, Topic } from '@/lib/article'
import { topicPath } from '@/lib/paths'

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
