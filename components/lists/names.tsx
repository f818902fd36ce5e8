import type { Byline } from '@/lib/article/article'
import styles from './names.module.css'

/** Who wrote a story, as plain words: a teaser leads to the story alone. */
export function Names({ bylines }: { bylines: Byline[] }) {
  if (!bylines.length) return null
  return <p className={styles.names}>{bylines.map(({ name }) => name).join(', ')}</p>
}
