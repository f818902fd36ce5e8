import { Standfirst } from '@/components/teaser/standfirst'
import { TeaserHeadline } from '@/components/teaser/teaser-headline'
import type { Teaser } from '@/lib/article/article'
import styles from './band-teaser.module.css'

/** A story of a band without a picture. */
export function BandTeaser({ teaser }: { teaser: Teaser }) {
  return (
    <article className={styles.teaser}>
      <TeaserHeadline teaser={teaser} level={3} />
      <Standfirst teaser={teaser} />
    </article>
  )
}
