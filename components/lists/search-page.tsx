import { ListPage } from '@/components/lists/list-page'
import { Pagination } from '@/components/lists/pagination'
import styles from '@/components/lists/search-page.module.css'
import { TeaserList } from '@/components/lists/teaser-list'
import { SearchForm } from '@/components/search/search-form'
import { searchPath } from '@/lib/addresses/paths'
import type { SiteSettings, Teaser } from '@/lib/article/article'

interface Props {
  /** null when nothing has been asked yet. */
  query: string | null
  /** How many stories were found, on all pages. */
  total: number
  teasers: Teaser[]
  page: number
  pages: number
  settings: SiteSettings
}

export function SearchPage({ query, total, teasers, page, pages, settings }: Props) {
  return (
    <ListPage
      title="Search"
      description={query === null ? 'Every story the paper has published, by any word in it.' : ''}
    >
      <div className={styles.form}>
        <SearchForm id="search-words" query={query ?? ''} />
      </div>
      {query !== null && (
        <>
          {total > 0 && (
            <p className={styles.count}>
              {total === 1 ? '1 story' : `${total} stories`} with “{query}”
            </p>
          )}
          <TeaserList
            teasers={teasers}
            settings={settings}
            empty={`No story has “${query}” in it. Fewer words, or another spelling, may find more.`}
          />
          <Pagination page={page} pages={pages} hrefOf={(number) => searchPath(query, number)} />
        </>
      )}
    </ListPage>
  )
}
