import { Breadcrumb } from '@/components/article/breadcrumb'
import { Kicker } from '@/components/article/kicker'
import type { Article } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './article-header.module.css'

interface Props {
  article: Article
  settings: SiteSettings
}

export function ArticleHeader({ article, settings }: Props) {
  return (
    <header className={styles.header}>
      <Breadcrumb sections={article.sections} settings={settings} />
      <Kicker article={article} settings={settings} />
      <h1 className={styles.headline}>{article.headline}</h1>
    </header>
  )
}
