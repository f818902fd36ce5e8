import { List } from '@/components/article/elements/list'
import { Paragraph } from '@/components/article/elements/paragraph'
import type { FactBoxElement } from '@/lib/linking/reader-body'
import styles from './fact-box.module.css'

interface Props {
  id: string
  title: string
  elements: FactBoxElement[]
}

/** No `aside`: the reader modes of browsers drop those, and a fact box is part of the story. */
export function FactBox({ id, title, elements }: Props) {
  return (
    <section className={styles.factBox} data-element="fact-box" aria-labelledby={`${id}-title`}>
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
    </section>
  )
}
