import type { RhythmProps } from '@/components/edition/band'
import styles from '@/components/edition/band.module.css'
import { BandTeaser } from '@/components/edition/band-teaser'

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
