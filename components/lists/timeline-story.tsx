import { languageAttributes } from '@/components/language-attributes'
import { ResponsivePicture } from '@/components/picture/picture'
import { Standfirst } from '@/components/teaser/standfirst'
import { TeaserHeadline } from '@/components/teaser/teaser-headline'
import type { Teaser } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { dateAndTime, isoWithZone, timeOfDay } from '@/lib/time/dates'
import styles from './timeline-page.module.css'

interface Props {
  teaser: Teaser
  /** 3 below the heading of its day; 2 above all days, where the whole date is said. */
  level: 2 | 3
  isPictured: boolean
  settings: SiteSettings
}

/** A story of a timeline: when, what, and its standfirst. */
export function TimelineStory({ teaser, level, isPictured, settings }: Props) {
  const { publishedAt, picture } = teaser
  return (
    <article className={styles.story}>
      <div className={styles.words}>
        <TeaserHeadline teaser={teaser} level={level} />
        <Standfirst teaser={teaser} />
        <p className={styles.when}>
          <time dateTime={isoWithZone(publishedAt, settings.timeZone)} {...languageAttributes(settings.language)}>
            {level === 2 ? dateAndTime(publishedAt, settings) : timeOfDay(publishedAt, settings)}
          </time>
        </p>
      </div>
      {isPictured && picture && (
        <div className={styles.picture}>
          <ResponsivePicture picture={picture} sizes="(min-width: 48rem) 15rem, 100vw" />
        </div>
      )}
    </article>
  )
}
