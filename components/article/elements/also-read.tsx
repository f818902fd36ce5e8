import { languageAttributes } from '@/components/language-attributes'
import type { LinkTarget } from '@/lib/article/article'
import styles from './also-read.module.css'

export function AlsoRead({ target }: { target: LinkTarget }) {
  return (
    <aside className={styles.alsoRead} data-element="also-read">
      <a href={target.path}>
        <span className={styles.label} lang="en" dir="ltr">
          Also read:
        </span>{' '}
        <span className={styles.headline} {...languageAttributes(target.language)}>
          {target.headline}
        </span>
      </a>
    </aside>
  )
}
