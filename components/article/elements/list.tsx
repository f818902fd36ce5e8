import { Spans } from '@/components/article/elements/spans'
import type { ReaderText } from '@/lib/linking/reader-body'
import styles from './list.module.css'

interface Props {
  ordered: boolean
  /** The number of the first item. */
  start: number
  items: ReaderText[]
}

export function List({ ordered, start, items }: Props) {
  const Tag = ordered ? 'ol' : 'ul'
  return (
    <Tag className={ordered ? styles.ordered : styles.unordered} {...(ordered && start !== 1 && { start })}>
      {[...items.entries()].map(([place, item]) => (
        <li key={place}>
          <Spans text={item} />
        </li>
      ))}
    </Tag>
  )
}
