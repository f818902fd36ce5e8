import { type RefusalReason, refusalInWords } from '@/lib/pages/query-threads'
import styles from './list-refusal.module.css'

interface Props {
  reason: RefusalReason
  /** Where the same is asked again. */
  again: string
  /** Where less is asked; left out where nothing can be narrowed. */
  whole?: { words: string; href: string } | undefined
}

/** In place of a list, when there is no answer in time. */
export function ListRefusal({ reason, again, whole }: Props) {
  return (
    <section className={styles.refusal} aria-labelledby="refusal">
      <h2 id="refusal">This list was not finished</h2>
      <p>{refusalInWords(reason)} Nothing was changed, and nothing is lost.</p>
      <p className={styles.links}>
        <a href={again}>Ask again</a>
        {whole && whole.href !== again ? <a href={whole.href}>{whole.words}</a> : null}
      </p>
    </section>
  )
}
