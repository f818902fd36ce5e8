import styles from './pull-quote.module.css'

interface Props {
  text: string
  attribution: string
  /** Whether the words stand in the text too. */
  repeated: boolean
}

/**
 * Words of the text again, made large, stand aside of it, and the reader modes of browsers leave an `aside` out. A quote
 * that has words of its own belongs to the story.
 */
export function PullQuote({ text, attribution, repeated }: Props) {
  const words = <p className={styles.words}>{text}</p>
  if (repeated) {
    return (
      <aside className={styles.pullQuote} data-element="pull-quote">
        {words}
        {attribution && <p className={styles.attribution}>{attribution}</p>}
      </aside>
    )
  }
  return (
    <figure className={styles.pullQuote} data-element="pull-quote">
      <blockquote>{words}</blockquote>
      {attribution && <figcaption className={styles.attribution}>{attribution}</figcaption>}
    </figure>
  )
}
