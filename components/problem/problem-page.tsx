import type { ReactNode } from 'react'
import { SearchForm } from '@/components/search/search-form'
import styles from './problem-page.module.css'

interface Props {
  headline: string
  /** What happened and what the reader can do, one paragraph each. */
  children: ReactNode
}

/** The frame of pages without content, such as 404, with links to go on. */
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
