import styles from '@/components/front-page/band.module.css'
import type { BandLayoutProps } from '@/components/front-page/band-layout'
import { BandTeaser } from '@/components/front-page/band-teaser'
import { PicturedTeaser } from '@/components/front-page/pictured-teaser'

/** The first story with its picture; the others in two columns beside it. */
export function OpeningBand({ teasers: [first, ...rest] }: BandLayoutProps) {
  if (!first) return null
  const half = Math.ceil(rest.length / 2)
  const columns = [rest.slice(0, half), rest.slice(half)].filter((column) => column.length)
  return (
    <div className={half > 2 ? styles.opening : `${styles.opening} ${styles.short}`}>
      <PicturedTeaser teaser={first} />
      {columns.map((column) => (
        <div key={column[0]?.id} className={styles.list}>
          {column.map((teaser) => (
            <BandTeaser key={teaser.id} teaser={teaser} />
          ))}
        </div>
      ))}
    </div>
  )
}
