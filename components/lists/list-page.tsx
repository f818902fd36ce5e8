import type { ReactNode } from 'react'
import styles from './list-page.module.css'

interface Props {
  title: string
  /** Words under the title; empty when there are none. */
  description: string
  children: ReactNode
}

/** The frame of every page that is a list: title, words about it, the list. */
export function ListPage({ title, description, children }: Props) {
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>{title}</h1>
        {description && <p>{description}</p>}
      </header>
      {children}
    </div>
  )
}
