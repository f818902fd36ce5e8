import { languageAttributes } from '@/components/language-attributes'
import type { FrontTeaser } from '@/lib/front/edition'
import styles from './sub-links.module.css'

/** Further stories that editors linked below a story of a front. */
export function SubLinks({ teaser }: { teaser: FrontTeaser }) {
  if (!teaser.subLinks?.length) return null
  return (
    <ul className={styles.links}>
      {teaser.subLinks.map(({ id, path, headline, language }) => (
        <li key={id} className={styles.link} {...languageAttributes(language)}>
          <a href={path}>{headline}</a>
        </li>
      ))}
    </ul>
  )
}
