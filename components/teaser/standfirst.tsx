import { languageAttributes } from '@/components/language-attributes'
import type { Teaser } from '@/lib/article/article'
import styles from './standfirst.module.css'

export function Standfirst({ teaser }: { teaser: Teaser }) {
  if (!teaser.standfirst) return null
  return (
    <p className={styles.standfirst} {...languageAttributes(teaser.language)}>
      {teaser.standfirst}
    </p>
  )
}
