import { SearchForm } from '@/components/search/search-form'
import type { MenuLink } from '@/lib/paper/menu'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './masthead.module.css'

interface Props {
  settings: SiteSettings
  menu: MenuLink[]
  /** The day in words; given on the front page alone, where the nameplate is large. */
  day?: string | undefined
}

export function Masthead({ settings, menu, day }: Props) {
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
      {menu.length > 0 && (
        <nav className={styles.sections} aria-label="Sections">
          <ul>
            {menu.map(({ name, href }) => (
              <li key={href}>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  )
}
