import { Instant } from '@/components/instant/instant'
import type { Article } from '@/lib/article/article'
import { articleDates } from '@/lib/article/article-dates'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './published-times.module.css'

interface Props {
  article: Article
  settings: SiteSettings
}

export function PublishedTimes({ article, settings }: Props) {
  const { published, updated } = articleDates(article)
  return (
    <div className={styles.times}>
      <p>
        <span className="visually-hidden">Published </span>
        <Instant instant={published} settings={settings} />
      </p>
      {updated && (
        <p>
          Updated <Instant instant={updated} settings={settings} />
        </p>
      )}
      {article.corrections.length > 0 && (
        <p>
          <a className={styles.corrected} href="#corrections">
            Corrected: see the note
          </a>
        </p>
      )}
    </div>
  )
}
