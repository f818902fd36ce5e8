import styles from './dateline.module.css'

/** Where the story was reported, before its first words. */
export function Dateline({ dateline }: { dateline: string }) {
  if (!dateline) return null
  return <span className={styles.dateline}>{dateline} — </span>
}
