import type { PublishedInSection } from '@/lib/desk/dashboard/dashboard'
import { DEFAULT_LIST_QUERY, listAddress } from '@/lib/desk/list/list-query'
import styles from './dashboard.module.css'

interface Props {
  /** Most first. */
  sections: PublishedInSection[]
  /** The first day, as "2026-11-23". */
  from: string
}

/** How many stories each section published in seven days, as bars that lead to their stories. */
export function PublishedBySection({ sections, from }: Props) {
  const most = Math.max(1, ...sections.map(({ count }) => count))
  return (
    <section className={styles.chart} aria-labelledby="by-section">
      <h2 id="by-section">Published in seven days, by section</h2>
      {sections.length ? (
        <ul className={styles.sections}>
          {sections.map(({ id, name, count }) => (
            <li key={id}>
              <a
                className={styles.section}
                href={listAddress({ ...DEFAULT_LIST_QUERY, state: 'published', sectionId: id, from })}
              >
                <span className={styles.sectionName}>{name}</span>
                <svg className={styles.row} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect className={styles.bar} x="0" y="0" width={(count / most) * 100} height="10" />
                </svg>
                <span className={styles.number}>{count.toLocaleString('en-GB')}</span>
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.facts}>Nothing was published.</p>
      )}
    </section>
  )
}
