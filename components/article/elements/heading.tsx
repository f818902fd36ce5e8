import { Spans } from '@/components/article/elements/spans'
import { Instant } from '@/components/instant/instant'
import type { ReaderText } from '@/lib/linking/reader-body'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './heading.module.css'

interface Props {
  id: string
  level: 2 | 3
  text: ReaderText
  /** When the entry of a live story that it opens was written; left out for any other heading. */
  at?: Date
  settings: SiteSettings
}

export function Heading({ id, level, text, at, settings }: Props) {
  const Tag = `h${level}` as const
  const heading = (
    <Tag className={styles[Tag]} id={id}>
      <Spans text={text} />
    </Tag>
  )
  if (!at) return heading
  // A `div` that holds a link and few words is taken for navigation by the reader modes of browsers, and dropped.
  return (
    <hgroup className={styles.entry} data-element="live-entry">
      <p>
        <a className={styles.time} href={`#${id}`}>
          <Instant instant={at} settings={settings} />
        </a>
      </p>
      {heading}
    </hgroup>
  )
}
