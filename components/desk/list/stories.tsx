import { NewStory } from '@/components/desk/list/new-story'
import { PageLinks } from '@/components/desk/list/page-links'
import { StoriesFilter } from '@/components/desk/list/stories-filter'
import { StoriesTable } from '@/components/desk/list/stories-table'
import { can, type Editor } from '@/lib/accounts/permissions'
import type { Author, Section } from '@/lib/article/article'
import { DEFAULT_LIST_QUERY, isNarrowed, type ListQuery, listAddress } from '@/lib/desk/list/list-query'
import type { ListedArticle } from '@/lib/desk/list/listed-article'
import styles from './stories.module.css'

interface Props {
  editor: Editor
  query: ListQuery
  articles: ListedArticle[]
  /** Of all pages. */
  total: number
  perPage: number
  /** The choices of the filter; sections in the order of the tree. */
  sections: Section[]
  authors: Pick<Author, 'id' | 'name'>[]
  now: Date
  timeZone: string
}

/** The list of stories with its filter. */
export function Stories({ editor, query, articles, total, perPage, sections, authors, now, timeZone }: Props) {
  return (
    <>
      <header className={styles.head}>
        <h1>Stories</h1>
        <p className={styles.count} role="status">
          {total === 1 ? '1 story' : `${total.toLocaleString('en-GB')} stories`}
        </p>
        {can(editor, 'create article') ? <NewStory /> : null}
      </header>
      <StoriesFilter query={query} sections={sections} authors={authors} />
      {articles.length ? (
        <StoriesTable {...{ editor, query, articles, now, timeZone }} />
      ) : (
        <p className={styles.none}>{noneWords(query, editor, total)}</p>
      )}
      {articles.length || total ? (
        <PageLinks
          page={query.page}
          pages={Math.ceil(total / perPage)}
          address={(page) => listAddress({ ...query, page })}
        />
      ) : null}
    </>
  )
}

function noneWords(query: ListQuery, editor: Editor, total: number) {
  if (total) {
    return (
      <>
        The list does not go on this far. <a href={listAddress({ ...query, page: 1 })}>Go to its first page.</a>
      </>
    )
  }
  if (query.state === 'deleted' && !isNarrowed({ ...query, state: null })) {
    return 'Nothing was deleted in the last 30 days.'
  }
  if (isNarrowed(query)) {
    return (
      <>
        No story is like that. <a href={listAddress(DEFAULT_LIST_QUERY)}>Show every story.</a>
      </>
    )
  }
  return can(editor, 'see every article')
    ? 'The paper has no story yet. The first one begins with “New story”.'
    : 'You have no story yet. Your first one begins with “New story”.'
}
