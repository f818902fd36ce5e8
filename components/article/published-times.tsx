import { Instant } from '@/components/instant/instant'
import type { Article, SiteSettings } from '@/lib/article'
import styles from './published-times.module.css'

interface Props {
  article: Article
  settings: SiteSettings
}

export function PublishedTimes({ article, settings }: Props) {
  return (
    <div className={styles.times}>
      <p>
        <span className="visually-hidden">Published </span>
        <Instant instant={article.publishedAt} settings={settings} />
      </p>
      {article.updatedAt && (
        <p>
          Updated <Instant instant={article.updatedAt} settings={settings} />
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
