import { SubLinks } from '@/components/front-page/sub-links'
import { Day } from '@/components/instant/day'
import { Names } from '@/components/lists/names'
import { ResponsivePicture } from '@/components/picture/picture'
import { Standfirst } from '@/components/teaser/standfirst'
import { TeaserHeadline } from '@/components/teaser/teaser-headline'
import type { SiteSettings } from '@/lib/article/article'
import type { FrontTeaser } from '@/lib/front/edition'
import styles from './list-teaser.module.css'

interface Props {
  teaser: FrontTeaser
  settings: SiteSettings
}

export function ListTeaser({ teaser, settings }: Props) {
  return (
    <article className={styles.teaser}>
      {teaser.picture && (
        <div className={styles.picture}>
          <ResponsivePicture picture={teaser.picture} sizes="(min-width: 48rem) 14rem, 7rem" />
        </div>
      )}
      <div className={styles.words}>
        <TeaserHeadline teaser={teaser} level={2} />
        <Standfirst teaser={teaser} />
        <SubLinks teaser={teaser} />
        {teaser.kind !== 'opinion' && <Names bylines={teaser.bylines} />}
      </div>
      <p className={styles.when}>
        <Day instant={teaser.publishedAt} settings={settings} />
      </p>
    </article>
  )
}
