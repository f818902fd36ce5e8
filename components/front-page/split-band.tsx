import type { RhythmProps } from '@/components/front-page/band'
import styles from '@/components/front-page/band.module.css'
import { BandTeaser } from '@/components/front-page/band-teaser'
import { PicturedTeaser } from '@/components/front-page/pictured-teaser'

/** The first story's words stand opposite its picture; the others run down one column. */
export function SplitBand({ teasers: [first, ...rest] }: RhythmProps) {
  if (!first) return null
  const length = rest.length > 3 ? styles.long : rest.length === 0 && styles.alone
  return (
    <div className={length ? `${styles.split} ${length}` : styles.split}>
      <PicturedTeaser teaser={first} />
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
