import styles from './page-links.module.css'

interface Props {
  /** Which of `pages` is shown, from 1. */
  page: number
  pages: number
  address: (page: number) => string
  /** What the pages list, for the accessible name. */
  name?: string
}

/** Links to the previous and next page; nothing when there is one page only. */
export function PageLinks({ page, pages, address, name = 'Pages of the list' }: Props) {
  if (pages < 2) return null
  const at = Math.min(page, pages)
  return (
    <nav className={styles.pages} aria-label={name}>
      {at > 1 ? (
        <a className={styles.link} href={address(at - 1)} rel="prev">
          ← Previous
        </a>
      ) : null}
      <span>
        Page {at} of {pages}
      </span>
      {at < pages ? (
        <a className={styles.link} href={address(at + 1)} rel="next">
          Next →
        </a>
      ) : null}
    </nav>
  )
}
