import type { Problem } from '@/lib/desk/refusal'
import styles from './problems.module.css'

/**
 * Problems, announced at once. Those of `besides` are left out: their fields show them. The region is on the page from
 * the start, empty, because live regions that are added with their text are often not announced.
 */
export function Problems({ problems, besides = [] }: { problems: Problem[]; besides?: string[] | undefined }) {
  const shown = problems.filter(({ field }) => !besides.includes(field))
  return (
    <div className={styles.problems} role="alert">
      {shown.map(({ field, message }) => (
        <p key={`${field} ${message}`}>{message}</p>
      ))}
    </div>
  )
}
