import { languageAttributes } from '@/components/language-attributes'
import type { ReadStory } from '@/lib/desk/dashboard/dashboard'
import { visibleText } from '@/lib/text/visible-text'
import styles from './dashboard.module.css'

/** The stories that readers opened most in 24 hours, as bars that lead to their rooms. */
export function MostRead({ stories }: { stories: ReadStory[] }) {
  const most = Math.max(1, ...stories.map(({ reads }) => reads))
  return (
    <section className={styles.chart} aria-labelledby="most-read">
      <h2 id="most-read">Most read in 24 hours</h2>
      {stories.length ? (
        <ol className={styles.sections}>
          {stories.map(({ id, headline, language, reads }) => (
            <li key={id}>
              <a className={styles.read} href={`/admin/articles/${id}`}>
                <span className={styles.sectionName} {...languageAttributes(language)}>
                  {visibleText(headline) || 'Without a headline'}
                </span>
                <svg className={styles.row} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect className={styles.bar} x="0" y="0" width={(reads / most) * 100} height="10" />
                </svg>
                <span className={styles.number}>{reads.toLocaleString('en-GB')}</span>
              </a>
            </li>
          ))}
        </ol>
      ) : (
        <p className={styles.facts}>No reader was counted yet.</p>
      )}
    </section>
  )
}
