import styles from './theme-tools.module.css'

/** Room for the choice of colours, which the reader module fills like that of a story's tools. */
export function ThemeTools() {
  return <div className={styles.tools} data-reader-tools="theme" />
}
