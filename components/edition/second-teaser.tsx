import { Standfirst } from '@/components/edition/standfirst'
import { TeaserHeadline } from '@/components/edition/teaser-headline'
import type { Teaser } from '@/lib/article'
import styles from './second-teaser.module.css'

export function SecondTeaser({ teaser }: { teaser: Teaser }) {
  return (
    <article className={styles.second}>
      <TeaserHeadline teaser={teaser} level={3} />
      <Standfirst teaser={teaser} />
    </article>
  )
}
