import { Spans } from '@/components/article/elements/spans'
import type { ReaderText } from '@/lib/linking/reader-body'
import styles from './list.module.css'

interface Props {
  ordered: boolean
  items: ReaderText[]
}

export function List({ ordered, items }: Props) {
  const Tag = ordered ? 'ol' : 'ul'
  return (
    <Tag className={ordered ? styles.ordered : styles.unordered}>
      {[...items.entries()].map(([place, item]) => (
        <li key={place}>
          <Spans text={item} />
        </li>
      ))}
    </Tag>
  )
}
