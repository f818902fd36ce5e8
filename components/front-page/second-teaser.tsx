import { Standfirst } from '@/components/teaser/standfirst'
import { TeaserHeadline } from '@/components/teaser/teaser-headline'
import type { Teaser } from '@/lib/article/article'
import styles from './second-teaser.module.css'

export function SecondTeaser({ teaser }: { teaser: Teaser }) {
  return (
    <article className={styles.second}>
      <TeaserHeadline teaser={teaser} level={3} />
      <Standfirst teaser={teaser} />
    </article>
  )
}
