import type { ReactNode } from 'react'
import { Day } from '@/components/instant/day'
import { ResponsivePicture } from '@/components/picture/picture'
import type { Teaser } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './list-teaser.module.css'
import { Names } from './names'

interface Props {
  teaser: Teaser
  settings: SiteSettings
  /** The headline, and what stands below it. */
  children: ReactNode
}

/** A story in a list: its picture, what `children` say of it, who wrote it, and the day. */
export function TeaserRow({ teaser, settings, children }: Props) {
  return (
    <article className={styles.teaser}>
      {teaser.picture && (
        <div className={styles.picture}>
          <ResponsivePicture picture={teaser.picture} sizes="(min-width: 48rem) 14rem, 7rem" />
        </div>
      )}
      <div className={styles.words}>
        {children}
        {teaser.kind !== 'opinion' && <Names bylines={teaser.bylines} />}
      </div>
      <p className={styles.when}>
        <Day instant={teaser.publishedAt} settings={settings} />
      </p>
    </article>
  )
}
