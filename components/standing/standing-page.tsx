import { ArticleBody } from '@/components/article/body'
import type { ReaderBody } from '@/lib/linking/reader-body'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './standing-page.module.css'

interface Props {
  headline: string
  body: ReaderBody
  settings: SiteSettings
}

/** A permanent page such as About or Contact. */
export function StandingPage({ headline, body, settings }: Props) {
  return (
    <article className={styles.page}>
      <h1>{headline}</h1>
      <ArticleBody body={body} settings={settings} />
    </article>
  )
}
