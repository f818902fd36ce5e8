import { languageAttributes } from '@/components/language-attributes'
import type { Strip } from '@/lib/paper/edition'
import styles from './strip.module.css'

/** The line above the front page for breaking news. */
export function BreakingStrip({ strip }: { strip: Strip }) {
  return (
    <p className={styles.strip}>
      <strong className={styles.label}>{strip.label}</strong>{' '}
      <a href={strip.teaser.path} {...languageAttributes(strip.teaser.language)}>
        {strip.teaser.headline}
      </a>
    </p>
  )
}
