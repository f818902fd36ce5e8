import type { RhythmProps } from '@/components/front-page/band'
import styles from '@/components/front-page/band.module.css'
import { BandTeaser } from '@/components/front-page/band-teaser'
import { PicturedTeaser } from '@/components/front-page/pictured-teaser'

/** Two stories of one weight; the others run down a column beside them. */
export function PairBand({ teasers }: RhythmProps) {
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
