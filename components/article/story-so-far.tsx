import { languageAttributes } from '@/components/language-attributes'
import type { StorySoFar } from '@/lib/linking/timelines/timeline'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './story-so-far.module.css'

interface Props {
  soFar: StorySoFar | null
  settings: SiteSettings
}

/** The way to the other stories of the event. In a `footer`, like what follows it, which reader modes leave out. */
export function StorySoFarLink({ soFar, settings }: Props) {
  if (!soFar) return null
  const { name, path, stories } = soFar
  return (
    <footer>
      <nav className={styles.link} aria-label="Story so far" {...languageAttributes(settings.language)}>
        <p>
          <span>Story so far:</span> <a href={path}>{name}</a> <span>({stories} stories)</span>
        </p>
      </nav>
    </footer>
  )
}
