import styles from '@/components/front-page/band.module.css'
import type { BandLayoutProps } from '@/components/front-page/band-layout'
import { BandTeaser } from '@/components/front-page/band-teaser'
import { PicturedTeaser } from '@/components/front-page/pictured-teaser'

/** Two stories of equal size with pictures; the others in a column beside them. */
export function PairBand({ teasers }: BandLayoutProps) {
  const rest = teasers.slice(2)
  return (
    <div className={styles.pair}>
      {teasers.slice(0, 2).map((teaser) => (
        <PicturedTeaser key={teaser.id} teaser={teaser} />
      ))}
      {rest.length > 0 && (
        <div className={styles.list}>
          {rest.map((teaser) => (
            <BandTeaser key={teaser.id} teaser={teaser} />
          ))}
        </div>
      )}
    </div>
  )
}
