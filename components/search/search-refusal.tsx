import styles from '@/components/search/search-refusal.module.css'
import { type RefusalReason, refusalInWords } from '@/lib/pages/query-threads'

interface Props {
  reason: RefusalReason
  /** Where the same is asked again. */
  again: string
}

/** In place of what was found, when there is no answer in time. */
export function SearchRefusal({ reason, again }: Props) {
  return (
    <div className={styles.refusal}>
      <h2>This search was not finished</h2>
      <p>
        {refusalInWords(reason)} <a href={again}>Search again</a>
      </p>
    </div>
  )
}
