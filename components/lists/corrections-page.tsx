import { Day } from '@/components/instant/day'
import { languageAttributes } from '@/components/language-attributes'
import styles from '@/components/lists/corrections-page.module.css'
import { ListPage } from '@/components/lists/list-page'
import { Pagination } from '@/components/lists/pagination'
import { correctionsPath } from '@/lib/addresses/paths'
import type { Correction, LinkTarget } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'

interface Props {
  /** Newest first. */
  items: { correction: Correction; article: Pick<LinkTarget, 'headline' | 'path' | 'language'> }[]
  page: number
  pages: number
  settings: SiteSettings
}

export function CorrectionsPage({ items, page, pages, settings }: Props) {
  return (
    <ListPage title="Corrections" description="When we get something wrong, we say what was wrong and what is right.">
      {items.length === 0 && <p className={styles.empty}>No correction has been needed so far.</p>}
      <ul>
        {items.map(({ correction, article }) => (
          <li key={correction.id} className={styles.item}>
            <p className={styles.when}>
              <Day instant={correction.correctedAt} settings={settings} />
            </p>
            <div className={styles.words} {...languageAttributes(article.language)}>
              <h2>
                <a href={`${article.path}#corrections`}>{article.headline}</a>
              </h2>
              <p>{correction.note}</p>
            </div>
          </li>
        ))}
      </ul>
      <Pagination page={page} pages={pages} hrefOf={correctionsPath} />
    </ListPage>
  )
}
