import { languageAttributes } from '@/components/language-attributes'
import type { Strip } from '@/lib/front/edition'
import styles from './strip.module.css'

/** The line above the front page for breaking news. */
export function BreakingStrip({ strip: { label, text, path, language } }: { strip: Strip }) {
  return (
    <p className={styles.strip}>
      <strong className={styles.label}>{label}</strong>{' '}
      {path === null ? (
        <span {...languageAttributes(language)}>{text}</span>
      ) : (
        <a href={path} {...languageAttributes(language)}>
          {text}
        </a>
      )}
    </p>
  )
}
