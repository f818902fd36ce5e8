import { Instant } from '@/components/instant/instant'
import type { Correction } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './corrections.module.css'

interface Props {
  corrections: Correction[]
  settings: SiteSettings
}

export function Corrections({ corrections, settings }: Props) {
  if (!corrections.length) return null
  return (
    <section
      className={styles.corrections}
      id="corrections"
      aria-labelledby="corrections-label"
      data-part="corrections"
    >
      <h2 id="corrections-label" lang={settings.language}>
        {corrections.length === 1 ? 'Correction' : 'Corrections'}
      </h2>
      {corrections.map(({ id, note, correctedAt }) => (
        <p key={id}>
          {note}{' '}
          <span className={styles.when}>
            <Instant instant={correctedAt} settings={settings} />
          </span>
        </p>
      ))}
    </section>
  )
}
