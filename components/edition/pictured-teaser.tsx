import { Standfirst } from '@/components/edition/standfirst'
import { TeaserHeadline } from '@/components/edition/teaser-headline'
import { ResponsivePicture } from '@/components/picture/picture'
import type { Teaser } from '@/lib/article'
import styles from './band-teaser.module.css'

/** The story a band opens with: its picture, when it has one, and a larger headline. */
export function PicturedTeaser({ teaser }: { teaser: Teaser }) {
  return (
    <article className={styles.pictured}>
      {teaser.picture && (
        <ResponsivePicture picture={teaser.picture} sizes="(min-width: 80rem) 32rem, (min-width: 48rem) 45vw, 92vw" />
      )}
      <div>
        <TeaserHeadline teaser={teaser} level={3} />
        <Standfirst teaser={teaser} />
      </div>
    </article>
  )
}
