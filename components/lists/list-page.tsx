import type { ReactNode } from 'react'
import { languageAttributes } from '@/components/language-attributes'
import styles from './list-page.module.css'

interface Props {
  title: string
  /** Words under the title; empty when there are none. */
  description: string
  /** The language of title and words where it may be another than that of the page. */
  language?: string
  children: ReactNode
}

/** The frame of every page that is a list: title, words about it, the list. */
export function ListPage({ title, description, language, children }: Props) {
  return (
    <div className={styles.page}>
      <header className={styles.header} {...(language === undefined ? {} : languageAttributes(language))}>
        <h1>{title}</h1>
        {description && <p>{description}</p>}
      </header>
      {children}
    </div>
  )
}
