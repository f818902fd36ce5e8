import { ResponsivePicture } from '@/components/picture/picture'
import { TeaserHeadline } from '@/components/teaser/teaser-headline'
import { sectionPath } from '@/lib/addresses/paths'
import type { Section, Teaser } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { haveAllPictures } from '@/lib/pictures/have-all-pictures'
import styles from './more-from.module.css'

interface Props {
  section: Section
  teasers: Teaser[]
  settings: SiteSettings
}

/**
 * A small picture stands only when every story has one, as in related news. A `footer`: the reader modes of browsers leave
 * those out, and might take the headlines for a part of a short story.
 */
export function MoreFrom({ section, teasers, settings }: Props) {
  if (!teasers.length) return null
  const illustrated = haveAllPictures(teasers)
  return (
    <footer className={styles.more} lang={settings.language} data-furniture="">
      <section aria-labelledby="more-from">
        <h2 id="more-from" className={styles.label}>
          More from <a href={sectionPath(section.slug)}>{section.name}</a>
        </h2>
        <ul className={styles.list}>
          {teasers.map((teaser) => (
            <li key={teaser.id}>
              {illustrated && teaser.picture && (
                <ResponsivePicture picture={teaser.picture} sizes="(min-width: 48rem) 17rem, 6.5rem" />
              )}
              <TeaserHeadline teaser={teaser} level={3} />
            </li>
          ))}
        </ul>
      </section>
    </footer>
  )
}
