import { FrontBand } from '@/components/front-page/band'
import { LeadTeaser } from '@/components/front-page/lead-teaser'
import { SecondTeaser } from '@/components/front-page/second-teaser'
import { BreakingStrip } from '@/components/front-page/strip'
import type { Edition } from '@/lib/front/edition'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './front-page.module.css'

interface Props {
  edition: Edition
  settings: SiteSettings
  /** The day of the edition in words; the masthead shows it, and the page's heading has it for screen readers. */
  day?: string | undefined
}

export function FrontPage({ edition, settings, day }: Props) {
  const { strip, lead, seconds, bands } = edition
  return (
    <div className={styles.front}>
      <h1 className="visually-hidden">{day ? `${settings.name}, ${day}` : settings.name}</h1>
      {strip && <BreakingStrip strip={strip} />}
      {lead && (
        <section className={styles.top} aria-labelledby="top-stories">
          <h2 className="visually-hidden" id="top-stories">
            Top stories
          </h2>
          <LeadTeaser teaser={lead} level={3} />
          {seconds.length > 0 && (
            <div className={styles.seconds}>
              {seconds.map((teaser) => (
                <SecondTeaser key={teaser.id} teaser={teaser} />
              ))}
            </div>
          )}
        </section>
      )}
      {bands.map((band, index) => (
        <FrontBand key={band.id} band={band} index={index} />
      ))}
      {!lead && !strip && !bands.length && (
        <p className={styles.empty}>The first edition is being written. Come back soon; the presses are warm.</p>
      )}
    </div>
  )
}
