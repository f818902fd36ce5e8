import { SubLinks } from '@/components/front-page/sub-links'
import { ResponsivePicture } from '@/components/picture/picture'
import { Standfirst } from '@/components/teaser/standfirst'
import { TeaserHeadline } from '@/components/teaser/teaser-headline'
import type { FrontTeaser } from '@/lib/front/edition'
import styles from './band-teaser.module.css'

/** The story a band opens with: its picture, when it has one, and a larger headline. */
export function PicturedTeaser({ teaser }: { teaser: FrontTeaser }) {
  return (
    <article className={styles.pictured}>
      {teaser.picture && (
        <ResponsivePicture picture={teaser.picture} sizes="(min-width: 80rem) 32rem, (min-width: 48rem) 45vw, 92vw" />
      )}
      <div>
        <TeaserHeadline teaser={teaser} level={3} />
        <Standfirst teaser={teaser} />
        <SubLinks teaser={teaser} />
      </div>
    </article>
  )
}
