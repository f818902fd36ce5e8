import styles from '@/components/front-page/band.module.css'
import type { BandLayoutProps } from '@/components/front-page/band-layout'
import { BandTeaser } from '@/components/front-page/band-teaser'

/** Stories without pictures, side by side. */
export function ColumnsBand({ teasers }: BandLayoutProps) {
  return (
    <div className={styles.columns}>
      {teasers.map((teaser) => (
        <BandTeaser key={teaser.id} teaser={teaser} />
      ))}
    </div>
  )
}
