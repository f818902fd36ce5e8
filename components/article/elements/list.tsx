import { Spans } from '@/components/article/elements/spans'
import { type ListTree, listTree } from '@/lib/article/list-tree'
import type { ReaderList, ReaderText } from '@/lib/linking/reader-body'
import styles from './list.module.css'

export function List({ ordered, start, items, nesting }: ReaderList) {
  return <Items {...listTree({ ordered, start, items, nesting })} />
}

/** A list with those within its items. */
function Items({ ordered, start, items }: ListTree<ReaderText>) {
  const Tag = ordered ? 'ol' : 'ul'
  return (
    <Tag className={ordered ? styles.ordered : styles.unordered} {...(ordered && start !== 1 && { start })}>
      {[...items.entries()].map(([place, { item, lists }]) => (
        <li key={place}>
          <Spans text={item} />
          {[...lists.entries()].map(([nested, list]) => (
            <Items key={nested} {...list} />
          ))}
        </li>
      ))}
    </Tag>
  )
}
