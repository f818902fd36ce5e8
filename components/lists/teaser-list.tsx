import { ListTeaser } from '@/components/lists/list-teaser'
import type { Teaser } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './teaser-list.module.css'

interface Props {
  teasers: Teaser[]
  settings: SiteSettings
  /** The sentence that stands where a list would, when there is nothing to list. */
  empty: string
}

export function TeaserList({ teasers, settings, empty }: Props) {
  if (!teasers.length) return <p className={styles.empty}>{empty}</p>
  return (
    <div className={styles.list}>
      {teasers.map((teaser) => (
        <ListTeaser key={teaser.id} teaser={teaser} settings={settings} />
      ))}
    </div>
  )
}
