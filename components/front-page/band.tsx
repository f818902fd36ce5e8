import type { ComponentType } from 'react'
import { ColumnsBand } from '@/components/front-page/columns-band'
import { OpeningBand } from '@/components/front-page/opening-band'
import { PairBand } from '@/components/front-page/pair-band'
import { SplitBand } from '@/components/front-page/split-band'
import { sectionPath } from '@/lib/addresses/paths'
import type { Teaser } from '@/lib/article/article'
import type { Band } from '@/lib/paper/edition'
import styles from './band.module.css'

export interface RhythmProps {
  /** Never empty. */
  teasers: Teaser[]
}

const RHYTHMS: ComponentType<RhythmProps>[] = [OpeningBand, ColumnsBand, SplitBand, PairBand]

interface Props {
  band: Band
  /** Which band of the page it is, from 0: neighbours differ in rhythm. */
  place: number
}

export function FrontBand({ band, place }: Props) {
  const Rhythm = rhythmOf(place, band.teasers.length)
  return (
    <section className={styles.band} aria-labelledby={band.id}>
      <h2 className={styles.name} id={band.id}>
        {band.section ? <a href={sectionPath(band.section.slug)}>{band.name}</a> : band.name}
      </h2>
      <Rhythm teasers={band.teasers} />
    </section>
  )
}

/** A band too short for its turn takes the rhythm that so few stories fill. */
function rhythmOf(place: number, stories: number): ComponentType<RhythmProps> {
  if (stories === 1) return SplitBand
  if (stories === 2) return PairBand
  const rhythm = RHYTHMS[place % RHYTHMS.length] ?? OpeningBand
  return stories === 3 && rhythm === OpeningBand ? SplitBand : rhythm
}
