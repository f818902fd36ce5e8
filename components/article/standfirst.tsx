import styles from './standfirst.module.css'

/** The summary under the headline. */
export function Standfirst({ standfirst }: { standfirst: string }) {
  if (!standfirst) return null
  return (
    <p className={styles.standfirst} data-part="standfirst">
      {standfirst}
    </p>
  )
}
