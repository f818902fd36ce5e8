import { type ReactNode, useId } from 'react'
import styles from './panel-part.module.css'

/** A titled part of the panel beside the text. */
export function PanelPart({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 className={styles.title} id={id}>
        {title}
      </h2>
      {children}
    </section>
  )
}
