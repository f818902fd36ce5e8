import { SearchForm } from '@/components/search/search-form'
import { sectionPath } from '@/lib/addresses/paths'
import type { Section, SiteSettings } from '@/lib/article/article'
import styles from './masthead.module.css'

interface Props {
  settings: SiteSettings
  sections: Section[]
  /** The day in words; given on the front page alone, where the nameplate is large. */
  day?: string | undefined
}

export function Masthead({ settings, sections, day }: Props) {
  return (
    <header className={day ? styles.front : styles.inner} lang={settings.language} data-furniture="">
      <a className={styles.skip} href="#main">
        Skip to the story
      </a>
      <div className={styles.bar}>
        <p className={styles.name}>
          <a href="/">{settings.name}</a>
        </p>
        {settings.tagline && <p className={styles.tagline}>{settings.tagline}</p>}
        {day && <p className={styles.day}>{day}</p>}
        <div className={styles.search}>
          <SearchForm id="masthead-search" query="" />
        </div>
        <a className={styles.searchLink} href="/search">
          Search
        </a>
      </div>
      {sections.length > 0 && (
        <nav className={styles.sections} aria-label="Sections">
          <ul>
            {sections.map(({ id, slug, name }) => (
              <li key={id}>
                <a href={sectionPath(slug)}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  )
}
