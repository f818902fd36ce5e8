import { Spans } from '@/components/article/elements/spans'
import type { ReaderText } from '@/lib/linking/reader-body'
import styles from './heading.module.css'

interface Props {
  id: string
  level: 2 | 3
  text: ReaderText
}

export function Heading({ id, level, text }: Props) {
  const Tag = `h${level}` as const
  return (
    <Tag className={styles[Tag]} id={id}>
      <Spans text={text} />
    </Tag>
  )
}
