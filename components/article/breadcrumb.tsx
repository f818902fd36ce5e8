import { sectionPath } from '@/lib/addresses/paths'
import type { Section } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './breadcrumb.module.css'

interface Props {
  /** From the top of the tree down. */
  sections: Section[]
  settings: SiteSettings
}

export function Breadcrumb({ sections, settings }: Props) {
  if (!sections.length) return null
  return (
    <nav className={styles.breadcrumb} aria-label="Where this story stands" lang={settings.language}>
      <ol>
        {sections.map(({ id, slug, name }) => (
          <li key={id}>
            <a href={sectionPath(slug)}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
