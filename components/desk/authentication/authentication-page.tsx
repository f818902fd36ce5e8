import type { ReactNode } from 'react'
import styles from './authentication-page.module.css'

interface Props {
  title: string
  /** What this page is for, and what comes next. */
  about?: ReactNode
  children?: ReactNode
}

/** The frame of pages for people who are not signed in. */
export function AuthenticationPage({ title, about, children }: Props) {
  return (
    <main className={styles.door} id="main" tabIndex={-1}>
      <h1>{title}</h1>
      {about ? <p className={styles.about}>{about}</p> : null}
      {children}
    </main>
  )
}
