import styles from './leaves-site.module.css'

/** The mark of a link to another site, also for screen readers. */
export function LeavesSite() {
  return (
    <>
      <span className={styles.mark} aria-hidden="true">
        {' ↗'}
      </span>
      <span className="visually-hidden"> (another site)</span>
    </>
  )
}
