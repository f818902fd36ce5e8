import styles from '@/components/front-page/band.module.css'
import type { BandLayoutProps } from '@/components/front-page/band-layout'
import { BandTeaser } from '@/components/front-page/band-teaser'
import { PicturedTeaser } from '@/components/front-page/pictured-teaser'

/** The first story with its text beside its picture; the others in one column. */
export function SplitBand({ teasers: [first, ...rest] }: BandLayoutProps) {
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
