import { languageAttributes } from '@/components/language-attributes'
import { ResponsivePicture } from '@/components/picture/picture'
import type { LinkTarget } from '@/lib/article/article'
import styles from './related-news.module.css'

interface Props {
  id: string
  targets: LinkTarget[]
  /** Whether every target has a picture; one without would leave a hole in the column. */
  illustrated: boolean
}

export function RelatedNews({ id, targets, illustrated }: Props) {
  if (!targets.length) return null
  return (
    <aside className={styles.relatedNews} data-element="related-news">
      <p className={styles.label} id={`${id}-label`} lang="en" dir="ltr">
        Related News <span aria-hidden="true">|</span>
      </p>
      <ul aria-labelledby={`${id}-label`}>
        {targets.map((target) => (
          <li key={target.id}>
            <a href={target.path}>
              <span className={styles.headline} {...languageAttributes(target.language)}>
                {target.headline}
              </span>
              {illustrated && target.picture && (
                <ResponsivePicture picture={{ ...target.picture, alt: '' }} sizes="6rem" />
              )}
            </a>
          </li>
        ))}
      </ul>
    </aside>
  )
}
