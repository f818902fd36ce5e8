import { languageAttributes } from '@/components/language-attributes'
import type { Article, ArticleKind } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { nameKey } from '@/lib/text/name-key'
import styles from './kicker.module.css'

/** Kinds other than a plain report are labelled (Trust Project: the type of work). */
const LABELS: Partial<Record<ArticleKind, string>> = {
  analysis: 'Analysis',
  opinion: 'Opinion',
  review: 'Review',
  explainer: 'Explainer',
}

interface Props {
  article: Pick<Article, 'kind' | 'kicker'>
  settings: SiteSettings
}

/** The line above a headline: the kind of the story, unless it is a report, and its kicker. */
export function Kicker({ article: { kind, kicker }, settings }: Props) {
  const label = LABELS[kind]
  // A kicker that names the kind is enough.
  if (label && nameKey(kicker) === nameKey(label)) {
    return (
      <p className={styles.kicker} data-kind={kind}>
        {kicker}
      </p>
    )
  }
  if (!label && !kicker) return null
  return (
    <p className={styles.kicker}>
      {label && (
        <span className={styles.kind} data-kind={kind} {...languageAttributes(settings.language)}>
          {label}
        </span>
      )}
      {label && kicker && ' '}
      {kicker}
    </p>
  )
}
