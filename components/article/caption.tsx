import styles from './caption.module.css'

interface Props {
  caption: string
  credit: string
}

export function Caption({ caption, credit }: Props) {
  if (!caption && !credit) return null
  return (
    <figcaption className={styles.caption}>
      {caption} {credit && <span className={styles.credit}>{credit}</span>}
    </figcaption>
  )
}
