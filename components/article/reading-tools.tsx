import styles from './reading-tools.module.css'

/**
 * Room for the controls that need scripts. The reader module fills it (components/reader-module/tools.ts): text browsers
 * and reader modes print whatever the page contains.
 */
export function ReadingTools() {
  return <div className={styles.tools} data-reader-tools="article" />
}
