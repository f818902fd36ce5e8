import type { RhythmProps } from '@/components/front-page/band'
import styles from '@/components/front-page/band.module.css'
import { BandTeaser } from '@/components/front-page/band-teaser'

/** Words alone, side by side. */
export function ColumnsBand({ teasers }: RhythmProps) {
  return (
    <div className={styles.columns}>
      {teasers.map((teaser) => (
        <BandTeaser key={teaser.id} teaser={teaser} />
      ))}
    </div>
  )
}
