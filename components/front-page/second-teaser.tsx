import { SubLinks } from '@/components/front-page/sub-links'
import { Standfirst } from '@/components/teaser/standfirst'
import { TeaserHeadline } from '@/components/teaser/teaser-headline'
import type { FrontTeaser } from '@/lib/front/edition'
import styles from './second-teaser.module.css'

export function SecondTeaser({ teaser }: { teaser: FrontTeaser }) {
  return (
    <article className={styles.second}>
      <TeaserHeadline teaser={teaser} level={3} />
      <Standfirst teaser={teaser} />
      <SubLinks teaser={teaser} />
    </article>
  )
}
