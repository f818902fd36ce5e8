import { BylineLine } from '@/components/article/byline'
import { OtherLanguages } from '@/components/article/other-languages'
import { PublishedTimes } from '@/components/article/published-times'
import { ReadingTools } from '@/components/article/reading-tools'
import type { Article } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './article-meta.module.css'

interface Props {
  article: Article
  settings: SiteSettings
}

export function ArticleMeta({ article, settings }: Props) {
  return (
    <div className={styles.meta} lang={settings.language} data-part="details">
      <BylineLine bylines={article.bylines} />
      <PublishedTimes article={article} settings={settings} />
      <OtherLanguages translations={article.translations} settings={settings} />
      <ReadingTools />
    </div>
  )
}
