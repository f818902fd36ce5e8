import { type ListQuery, listAddress } from '@/lib/desk/list-query'
import styles from './page-links.module.css'

/** From one page of the list to the next; nothing when there is only one. */
export function PageLinks({ query, pages }: { query: ListQuery; pages: number }) {
  if (pages < 2) return null
  const at = Math.min(query.page, pages)
  return (
    <nav className={styles.pages} aria-label="Pages of the list">
      {at > 1 ? (
        <a className={styles.link} href={listAddress({ ...query, page: at - 1 })} rel="prev">
          ← Previous
        </a>
      ) : null}
      <span>
        Page {at} of {pages}
      </span>
      {at < pages ? (
        <a className={styles.link} href={listAddress({ ...query, page: at + 1 })} rel="next">
          Next →
        </a>
      ) : null}
    </nav>
  )
}
