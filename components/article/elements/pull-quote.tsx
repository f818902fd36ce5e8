import styles from './pull-quote.module.css'

interface Props {
  text: string
  attribution: string
}

export function PullQuote({ text, attribution }: Props) {
  return (
    <aside className={styles.pullQuote} data-element="pull-quote">
      <p className={styles.words}>{text}</p>
      {attribution && <p className={styles.attribution}>{attribution}</p>}
    </aside>
  )
}
