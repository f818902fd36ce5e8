import { Spans } from '@/components/article/elements/spans'
import type { ReaderText } from '@/lib/linking/reader-body'
import styles from './quote.module.css'

interface Props {
  text: ReaderText
  attribution: string
}

export function Quote({ text, attribution }: Props) {
  return (
    <figure className={styles.quote}>
      <blockquote>
        <p>
          <Spans text={text} />
        </p>
      </blockquote>
      {attribution && <figcaption>{attribution}</figcaption>}
    </figure>
  )
}
