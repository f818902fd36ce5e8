import type { ComponentType } from 'react'
import { ColumnsBand } from '@/components/edition/columns-band'
import { OpeningBand } from '@/components/edition/opening-band'
import { PairBand } from '@/components/edition/pair-band'
import { SplitBand } from '@/components/edition/split-band'
import type { Teaser } from '@/lib/article'
import type { Band } from '@/lib/edition'
import { sectionPath } from '@/lib/paths'
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
