import { languageAttributes } from '@/components/language-attributes'
import styles from './nameplate.module.css'

interface Props {
  name: string
  /** BCP 47 tag of the paper's own words. */
  language: string
}

/** The name of the site above every page of the desk, with the skip link. */
export function Nameplate({ name, language }: Props) {
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <nav className={styles.nameplate} aria-label="Paper">
        <a className={styles.name} href="/" {...languageAttributes(language)}>
          {name}
        </a>
        <span className={styles.desk}>The desk</span>
      </nav>
    </>
  )
}
