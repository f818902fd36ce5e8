import { BinTools } from '@/components/desk/list/bin-tools'
import { ChosenStories } from '@/components/desk/list/chosen-stories'
import { ListRefusal } from '@/components/desk/list/list-refusal'
import { NewStory } from '@/components/desk/list/new-story'
import { PageLinks } from '@/components/desk/list/page-links'
import { StoriesFilter } from '@/components/desk/list/stories-filter'
import { type ListedText, StoriesTable } from '@/components/desk/list/stories-table'
import { can, type Editor } from '@/lib/accounts/permissions'
import type { Author, Section } from '@/lib/article/article'
import type { EmptiedBin } from '@/lib/desk/bin/emptied-bin'
import { DEFAULT_LIST_QUERY, isNarrowed, type ListQuery, listAddress } from '@/lib/desk/list/list-query'
import type { ListedArticle } from '@/lib/desk/list/listed-article'
import type { Refused } from '@/lib/pages/query-threads'
import { sectionDepth } from '@/lib/paper/section-line'
import styles from './stories.module.css'

interface Props {
  editor: Editor
  query: ListQuery
  /** A page of stories with the number of all, or why there is none now. */
  found: { articles: ListedArticle[]; total: number; texts: ListedText[]; didYouMean: string | null } | Refused
  perPage: number
  /** The choices of the filter; sections in the order of the tree. */
  sections: Section[]
  authors: Pick<Author, 'id' | 'name'>[]
  topics: { id: number; name: string }[]
  /** To whom stories can be given; empty for somebody who may not plan. */
  people: { id: string; name: string }[]
  /** Emptyings of the bin that can be undone. */
  emptied: EmptiedBin[]
  now: Date
  timeZone: string
}

/** The list of stories with its filter. */
export function Stories({ editor, query, found, perPage, now, timeZone, ...props }: Props) {
  const { sections, authors, topics, people, emptied } = props
  const { articles, total, texts } = 'refused' in found ? { articles: [], total: 0, texts: [] } : found
  const didYouMean = 'refused' in found ? null : found.didYouMean
  const isBin = query.state === 'deleted'
  return (
    <>
      <header className={styles.head}>
        <h1>Stories</h1>
        {'refused' in found ? null : (
          <p className={styles.count} role="status">
            {total === 1 ? '1 story' : `${total.toLocaleString('en-GB')} stories`}
          </p>
        )}
        {can(editor, 'create article') ? <NewStory /> : null}
      </header>
      <StoriesFilter query={query} sections={sections} authors={authors} />
      {didYouMean === null ? null : (
        <p className={styles.meant}>
          Did you mean <a href={listAddress({ ...query, words: didYouMean, page: 1 })}>{didYouMean}</a>?
        </p>
      )}
      {isBin && !('refused' in found) && !isNarrowed({ ...query, state: null }) ? (
        <BinTools of="drafts" count={total} emptied={emptied} now={now.getTime()} timeZone={timeZone} />
      ) : null}
      {articles.length ? (
        <ChosenStories
          stories={articles.map(({ id, version }) => ({ id, version }))}
          isBin={isBin}
          isEditor={can(editor, 'plan articles')}
          choices={{
            people,
            topics,
            timeZone,
            now: now.getTime(),
            sections: sections.map(({ id, name }) => ({ id, name, depth: sectionDepth(sections, id) })),
          }}
        >
          <StoriesTable editor={editor} query={query} articles={articles} texts={texts} now={now} timeZone={timeZone} />
        </ChosenStories>
      ) : 'refused' in found ? (
        <ListRefusal
          reason={found.refused}
          again={listAddress(query)}
          whole={{ words: 'Show every story', href: listAddress(DEFAULT_LIST_QUERY) }}
        />
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
