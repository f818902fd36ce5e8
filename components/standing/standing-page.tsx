import { ArticleBody } from '@/components/article/body'
import type { ReaderBody } from '@/lib/linking/reader-body'
import styles from './standing-page.module.css'

interface Props {
  headline: string
  body: ReaderBody
}

/** A page that stays: about the paper, contact, how it works. */
export function StandingPage({ headline, body }: Props) {
  return (
    <article className={styles.page}>
      <h1>{headline}</h1>
      <ArticleBody body={body} />
    </article>
  )
}
