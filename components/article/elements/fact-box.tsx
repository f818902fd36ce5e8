import { List } from '@/components/article/elements/list'
import { Paragraph } from '@/components/article/elements/paragraph'
import type { FactBoxElement } from '@/lib/linking/reader-body'
import styles from './fact-box.module.css'

interface Props {
  id: string
  title: string
  elements: FactBoxElement[]
}

export function FactBox({ id, title, elements }: Props) {
  return (
    <aside className={styles.factBox} aria-labelledby={`${id}-title`}>
      <p className={styles.title} id={`${id}-title`}>
        {title}
      </p>
      {elements.map((element) =>
        element.type === 'list' ? (
          <List key={element.id} {...element} />
        ) : (
          <Paragraph key={element.id} text={element.text} />
        ),
      )}
    </aside>
  )
}
