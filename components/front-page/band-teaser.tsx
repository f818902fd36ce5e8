import { SubLinks } from '@/components/front-page/sub-links'
import { Standfirst } from '@/components/teaser/standfirst'
import { TeaserHeadline } from '@/components/teaser/teaser-headline'
import type { FrontTeaser } from '@/lib/front/edition'
import styles from './band-teaser.module.css'

/** A story of a band without a picture. */
export function BandTeaser({ teaser }: { teaser: FrontTeaser }) {
  return (
    <article className={styles.teaser}>
      <TeaserHeadline teaser={teaser} level={3} />
      <Standfirst teaser={teaser} />
      <SubLinks teaser={teaser} />
    </article>
  )
}
