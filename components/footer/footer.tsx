import type { ReactNode } from 'react'
import { ThemeTools } from '@/components/footer/theme-tools'
import { feedPath } from '@/lib/addresses/document-paths'
import { sectionPath } from '@/lib/addresses/paths'
import type { Section } from '@/lib/article/article'
import type { MenuLink } from '@/lib/paper/menu'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './footer.module.css'

const RSS = feedPath('/', 'rss.xml')

interface Props {
  settings: SiteSettings
  sections: Section[]
  menu: MenuLink[]
  /** The list on this page that has a feed of its own, by its first page. */
  list?: { name: string; path: string } | undefined
}

export function Footer({ settings, sections, menu, list }: Props) {
  const { legalName, address, email, foundedYear } = settings.organisation
  return (
    <footer className={styles.footer} lang={settings.language} data-furniture="">
      <div className={styles.columns}>
        <div className={styles.identity}>
          <p className={styles.name}>
            <a href="/">{settings.name}</a>
          </p>
          <p>{settings.tagline}</p>
        </div>
        {sections.length > 0 && (
          <nav className={styles.sections} aria-label="All sections">
            <ul>
              {sections.map(({ id, slug, name }) => (
                <li key={id}>
                  <a href={sectionPath(slug)}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <nav aria-label="The paper">
          <ul>
            {menu.map(({ name, href }) => (
              <li key={href}>{href === RSS ? <FeedLink list="/">{name}</FeedLink> : <a href={href}>{name}</a>}</li>
            ))}
            {list && (
              <li>
                <FeedLink list={list.path}>RSS: {list.name}</FeedLink>
              </li>
            )}
          </ul>
        </nav>
        <ThemeTools />
      </div>
      <p className={styles.imprint}>
        {foundedYear && <bdi>Founded {foundedYear}</bdi>}
        <bdi>{legalName}</bdi>
        {address && <bdi>{address}</bdi>}
        {email && <a href={`mailto:${email}`}>{email}</a>}
      </p>
    </footer>
  )
}

/** The text says that the link is a feed, not a page. */
function FeedLink({ list, children }: { list: string; children: ReactNode }) {
  return (
    <a href={feedPath(list, 'rss.xml')} type="application/rss+xml">
      {children}
    </a>
  )
}
