import { ArticleStatus } from '@/components/desk/list/article-status'
import { ChooseBox } from '@/components/desk/list/chosen-stories'
import { RowActions } from '@/components/desk/list/row-actions'
import table from '@/components/desk/table.module.css'
import { languageAttributes } from '@/components/language-attributes'
import { Marked } from '@/components/search/marked'
import { can, type Editor } from '@/lib/accounts/permissions'
import { type ListQuery, type ListSort, listAddress, orderAfter } from '@/lib/desk/list/list-query'
import type { ListedArticle } from '@/lib/desk/list/listed-article'
import { nearInstant } from '@/lib/desk/near-instant'
import { isLate, isToDo } from '@/lib/planning/planned-story'
import type { MarkedText } from '@/lib/search/marked-text'
import { visibleText } from '@/lib/text/visible-text'
import { isoWithZone } from '@/lib/time/dates'
import styles from './stories-table.module.css'

/** The words of a story in which something was found. */
export interface ListedText {
  id: number
  headline: MarkedText
  passage: MarkedText
}

interface Props {
  editor: Editor
  query: ListQuery
  articles: ListedArticle[]
  /** Of a search, what is shown of each story, by its id; empty otherwise. */
  texts: ListedText[]
  now: Date
  timeZone: string
}

export function StoriesTable({ editor, query, articles, texts, now, timeZone }: Props) {
  const byId = new Map(texts.map((text) => [text.id, text]))
  return (
    <table className={`${table.table} ${styles.table}`}>
      <caption className="visually-hidden">Stories, times in {timeZone}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.choose}>
            <ChooseBox ids={articles.map(({ id }) => id)} name="Choose all stories of this page" />
          </th>
          <SortedBy query={query} by="headline" name="Headline" />
          <SortedBy query={query} by="published" name="Publication" />
          <th scope="col">Byline</th>
          <SortedBy query={query} by="saved" name="Last saved" />
          <th scope="col">
            <span className="visually-hidden">What can be done</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {articles.map((article) => (
          <tr key={article.id}>
            <td className={`${table.corner} ${styles.choose}`}>
              <ChooseBox
                ids={[article.id]}
                name={`Choose “${visibleText(article.headline) || 'the story without a headline'}”`}
              />
            </td>
            <th className={styles.story} scope="row">
              <a
                className={styles.headline}
                href={`/admin/articles/${article.id}`}
                {...languageAttributes(article.language)}
              >
                <Headline article={article} found={byId.get(article.id)?.headline} />
              </a>
              <Place article={article} />
              <Passage article={article} found={byId.get(article.id)?.passage} />
              <Plan article={article} now={now} timeZone={timeZone} />
            </th>
            <td>
              <ArticleStatus article={article} now={now} timeZone={timeZone} />
            </td>
            <td className={styles.byline}>{article.bylines.join(', ')}</td>
            <td className={styles.saved}>
              <time dateTime={isoWithZone(article.savedAt, timeZone)}>
                <span className={table.label}>Saved </span>
                {nearInstant(article.savedAt, { now, timeZone })}
              </time>
              {article.savedBy ? <span className={styles.savedBy}> {article.savedBy}</span> : null}
            </td>
            <td className={table.actions}>
              <RowActions
                id={article.id}
                headline={visibleText(article.headline) || 'the story without a headline'}
                may={mayDo(editor, article)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function SortedBy({ query, by, name }: { query: ListQuery; by: ListSort; name: string }) {
  const { order } = query
  const sorted = order.by === by
  return (
    <th scope="col" aria-sort={sorted ? order.direction : undefined}>
      <a className={styles.sort} href={listAddress({ ...query, order: orderAfter(order, by), page: 1 })}>
        {name}
        {sorted ? <span aria-hidden="true">{order.direction === 'ascending' ? ' ↑' : ' ↓'}</span> : null}
      </a>
    </th>
  )
}

function Headline({ article, found }: { article: ListedArticle; found: MarkedText | undefined }) {
  const headline = visibleText(article.headline)
  if (!headline) return <span className={styles.untitled}>Without a headline</span>
  return found?.length ? <Marked text={found} /> : headline
}

/** The words around what was looked for, where it stands in the text. */
function Passage({ article, found = [] }: { article: ListedArticle; found: MarkedText | undefined }) {
  if (!found.some(({ isFound }) => isFound)) return null
  return (
    <span className={styles.passage} {...languageAttributes(article.language)}>
      <Marked text={found} />
    </span>
  )
}

function Place({ article: { kicker, section } }: { article: ListedArticle }) {
  const words = [section ?? '', kicker].filter(Boolean).join(' · ')
  return words ? <span className={styles.place}>{words}</span> : null
}

/** When the text has to be done and by whom, while it is to be done. */
function Plan({ article, now, timeZone }: { article: ListedArticle; now: Date; timeZone: string }) {
  const { assignee, deadline, state } = article
  if (!isToDo(article) || (!assignee && !deadline)) return null
  const late = isLate({ state, deadline: deadline?.getTime() ?? null }, now.getTime())
  const when = deadline ? `${late ? 'Late since' : 'Due'} ${nearInstant(deadline, { now, timeZone })}` : ''
  return (
    <span className={styles.plan} data-late={late || undefined}>
      {[when, assignee ? `for ${assignee.name}` : ''].filter(Boolean).join(', ')}
    </span>
  )
}

/** What the signed-in editor may do with a story of the list. */
function mayDo(editor: Editor, { state, ownerId, assignee, deletedAt, publishedAt }: ListedArticle) {
  const ownership = { ownerId, assigneeId: assignee?.id ?? null, isDraft: state === 'draft' }
  const wasOut = publishedAt !== null || (state !== 'draft' && state !== 'in-review')
  return {
    duplicate: !deletedAt && can(editor, 'create article') && can(editor, 'duplicate article', ownership),
    delete: !deletedAt && !wasOut && can(editor, 'delete draft', ownership),
    recover: deletedAt !== null && can(editor, 'recover draft', ownership),
  }
}
