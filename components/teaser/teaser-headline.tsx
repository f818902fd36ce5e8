import type { ReactNode } from 'react'
import { languageAttributes } from '@/components/language-attributes'
import type { Teaser } from '@/lib/article/article'
import styles from './teaser-headline.module.css'

interface Props {
  teaser: Teaser
  level: 2 | 3
  /** The headline where something in it is marked; as it is when left out. */
  children?: ReactNode
}

/** Kicker and linked headline; opinion shows its author where news shows its kicker. */
export function TeaserHeadline({ teaser, level, children = teaser.headline }: Props) {
  const Tag = `h${level}` as const
  const label = teaser.kind === 'opinion' ? teaser.bylines.map(({ name }) => name).join(', ') : teaser.kicker
  return (
    <div className={styles.words} {...languageAttributes(teaser.language)}>
      {label && <p className={teaser.kind === 'opinion' ? styles.voice : styles.kicker}>{label}</p>}
      <Tag className={styles.headline}>
        <a href={teaser.path}>{children}</a>
      </Tag>
    </div>
  )
}
