import type { ComponentType } from 'react'
import type { BandLayoutProps } from '@/components/front-page/band-layout'
import { ColumnsBand } from '@/components/front-page/columns-band'
import { OpeningBand } from '@/components/front-page/opening-band'
import { PairBand } from '@/components/front-page/pair-band'
import { SplitBand } from '@/components/front-page/split-band'
import { sectionPath } from '@/lib/addresses/paths'
import type { Band } from '@/lib/front/edition'
import styles from './band.module.css'

/** In the order in which the bands of a page take them. */
const LAYOUTS: ComponentType<BandLayoutProps>[] = [OpeningBand, ColumnsBand, SplitBand, PairBand]

interface Props {
  band: Band
  /** The index of the band on the page, from 0: neighbouring bands have different layouts. */
  index: number
}

export function FrontBand({ band, index }: Props) {
  const Layout = layoutOf(index, band.teasers.length)
  return (
    <section className={styles.band} aria-labelledby={band.id}>
      <h2 className={styles.name} id={band.id}>
        {band.section ? <a href={sectionPath(band.section.slug)}>{band.name}</a> : band.name}
      </h2>
      <Layout teasers={band.teasers} />
    </section>
  )
}

/** A band with too few stories for the layout that is next takes one that they fill. */
function layoutOf(index: number, storyCount: number): ComponentType<BandLayoutProps> {
  if (storyCount === 1) return SplitBand
  if (storyCount === 2) return PairBand
  const layout = LAYOUTS[index % LAYOUTS.length] ?? OpeningBand
  return storyCount === 3 && layout === OpeningBand ? SplitBand : layout
}
