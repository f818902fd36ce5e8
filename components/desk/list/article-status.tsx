import { lateWords } from '@/lib/desk/list/late-words'
import type { ListedArticle } from '@/lib/desk/list/listed-article'
import { statusWords } from '@/lib/desk/list/status-words'
import styles from './article-status.module.css'

interface Props {
  article: Pick<ListedArticle, 'state' | 'publishedAt' | 'withdrawnAt' | 'hasUnpublishedChanges' | 'late' | 'deletedAt'>
  now: Date
  /** IANA zone of the paper. */
  timeZone: string
}

/** The status of a story in words, with a colour. */
export function ArticleStatus({ article, now, timeZone }: Props) {
  const { status, also } = statusWords(article, { now, timeZone })
  return (
    <>
      <span className={styles.standing} data-state={article.deletedAt ? 'deleted' : article.state}>
        {status}
      </span>
      {article.late ? (
        <span className={styles.late}>
          {article.late.event === 'published' ? 'Publication' : 'Withdrawal'} noticed {lateWords(article.late.seconds)}{' '}
          late
        </span>
      ) : null}
      {also.map((words) => (
        <span key={words} className={styles.also}>
          {words}
        </span>
      ))}
    </>
  )
}
