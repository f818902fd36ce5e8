import type { ReactNode } from 'react'
import { SearchForm } from '@/components/search/search-form'
import styles from './problem-page.module.css'

interface Props {
  headline: string
  /** What happened and what the reader can do, in paragraphs. */
  children: ReactNode
}

/** The frame of every page that has no story to show, with the ways on. */
export function ProblemPage({ headline, children }: Props) {
  return (
    <div className={styles.page}>
      <h1>{headline}</h1>
      <div className={styles.words}>{children}</div>
      <div className={styles.ways}>
        <SearchForm id="problem-search" query="" />
        <p>
          <a href="/">Go to the front page</a>
        </p>
      </div>
    </div>
  )
}
