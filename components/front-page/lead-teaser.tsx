import { SubLinks } from '@/components/front-page/sub-links'
import { Names } from '@/components/lists/names'
import { ResponsivePicture } from '@/components/picture/picture'
import { Standfirst } from '@/components/teaser/standfirst'
import { TeaserHeadline } from '@/components/teaser/teaser-headline'
import type { FrontTeaser } from '@/lib/front/edition'
import styles from './lead-teaser.module.css'

interface Props {
  teaser: FrontTeaser
  level: 2 | 3
}

/** The first story of a page: its headline over its picture, or beside it where the page is wide. */
export function LeadTeaser({ teaser, level }: Props) {
  return (
    <article className={styles.lead}>
      <div className={styles.sheet}>
        <TeaserHeadline teaser={teaser} level={level} />
        <div className={styles.under}>
          {teaser.picture && (
            <figure>
              <ResponsivePicture
                picture={teaser.picture}
                sizes="(min-width: 80rem) 53rem, (min-width: 64rem) 68vw, 100vw"
                priority
              />
              {teaser.picture.credit && <figcaption>{teaser.picture.credit}</figcaption>}
            </figure>
          )}
          <div>
            <Standfirst teaser={teaser} />
            <Names bylines={teaser.bylines} />
            <SubLinks teaser={teaser} />
          </div>
        </div>
      </div>
    </article>
  )
}
