import { ListPage } from '@/components/lists/list-page'
import { Pagination } from '@/components/lists/pagination'
import styles from '@/components/lists/search-page.module.css'
import { ChosenFilters } from '@/components/search/chosen-filters'
import { FoundList } from '@/components/search/found-list'
import { NarrowedSearchForm } from '@/components/search/narrowed-search-form'
import { SearchRefusal } from '@/components/search/search-refusal'
import type { Section, Teaser } from '@/lib/article/article'
import type { RefusalReason } from '@/lib/pages/query-threads'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { type AskedSearch, askedSearchPath, isNarrowed } from '@/lib/search/asked-search'
import type { MarkedText } from '@/lib/search/marked-text'

interface Props {
  /** null when nothing has been asked yet. */
  asked: AskedSearch | null
  /** Or why there is no answer. */
  found: FoundStories | { refused: RefusalReason }
  sections: Section[]
  settings: SiteSettings
}

export interface FoundStories {
  /** How many stories were found, on all pages. */
  total: number
  /** Whether there are more than `total`, which no page shows. */
  isMore: boolean
  /** What was looked for in place of the query; null for the query itself. */
  corrected: string | null
  /** What may have been meant; null for no idea. */
  didYouMean: string | null
  teasers: Teaser[]
  /** What is shown of each teaser. */
  texts: { id: number; headline: MarkedText; passage: MarkedText }[]
  /** What the stories that were found are filed under. */
  subjects: Record<'topics' | 'authors', { slug: string; name: string }[]>
  /** What the slugs that were asked for name; null for one that names nothing. */
  names: Partial<Record<'section' | 'topic' | 'author', string | null>>
  page: number
  pages: number
}

const NO_SUBJECTS = { topics: [], authors: [] }

export function SearchPage({ asked, found, sections, settings }: Props) {
  return (
    <ListPage title="Search" description={asked ? '' : 'Every story the paper has published, by any word in it.'}>
      <div className={styles.form}>
        <NarrowedSearchForm
          asked={asked}
          sections={sections}
          subjects={'refused' in found ? NO_SUBJECTS : found.subjects}
        />
      </div>
      {asked &&
        ('refused' in found ? (
          <SearchRefusal reason={found.refused} again={askedSearchPath(asked)} />
        ) : (
          <Found asked={asked} found={found} settings={settings} />
        ))}
    </ListPage>
  )
}

function Found({ asked, found, settings }: { asked: AskedSearch; found: FoundStories; settings: SiteSettings }) {
  return (
    <>
      <ChosenFilters asked={asked} names={found.names} settings={settings} />
      <Answer asked={asked} found={found} />
      <FoundList teasers={found.teasers} texts={found.texts} settings={settings} empty={nothingFound(asked)} />
      <Pagination
        page={found.page}
        pages={found.pages}
        hrefOf={(number) => askedSearchPath({ ...asked, query: found.corrected ?? asked.query }, number)}
      />
    </>
  )
}

function Answer({ asked, found }: { asked: AskedSearch; found: FoundStories }) {
  const { total, isMore, corrected, didYouMean } = found
  const number = total.toLocaleString('en')
  return (
    <>
      {didYouMean && (
        <p className={styles.meant}>
          Did you mean <a href={askedSearchPath({ ...asked, query: didYouMean })}>{didYouMean}</a>?
        </p>
      )}
      {total > 0 && (
        <p className={styles.count}>
          {corrected && `No story has “${asked.query}” in it. `}
          {isMore
            ? `More than ${number} stories with “${corrected ?? asked.query}”. These are the first ${number}: narrow the search to see others.`
            : `${total === 1 ? '1 story' : `${number} stories`} with “${corrected ?? asked.query}”`}
        </p>
      )}
    </>
  )
}

function nothingFound(asked: AskedSearch): string {
  return isNarrowed(asked)
    ? `No such story has “${asked.query}” in it. A wider search may find more.`
    : `No story has “${asked.query}” in it. Fewer words, or another spelling, may find more.`
}
