import styles from './leaves-site.module.css'

/** The mark of a link that leads out of the paper, for eyes and for ears. */
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
