import type { Problem } from '@/lib/desk/refusal'
import styles from './problems.module.css'

/**
 * What went wrong, said aloud at once. Those of `besides` are left out: their fields say them. Stands on the page from
 * the start, empty, because a region that arrives together with its words is often not read out.
 */
export function Problems({ problems, besides = [] }: { problems: Problem[]; besides?: string[] }) {
  const shown = problems.filter(({ field }) => !besides.includes(field))
  return (
    <div className={styles.problems} role="alert">
      {shown.map(({ field, message }) => (
        <p key={`${field} ${message}`}>{message}</p>
      ))}
    </div>
  )
}
