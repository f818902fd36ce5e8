import { ARTICLE_KINDS, type Section } from '@/lib/article/article'
import { type AskedSearch, isNarrowed } from '@/lib/search/asked-search'
import styles from './narrowed-search-form.module.css'
import form from './search-form.module.css'
import { SearchWords } from './search-words'

interface Props {
  /** null when nothing has been asked yet. */
  asked: AskedSearch | null
  sections: Section[]
}

/** The search of the search page: words, and below them what they are narrowed by. */
export function NarrowedSearchForm({ asked, sections }: Props) {
  return (
    <search>
      <form action="/search" method="get">
        <div className={form.form}>
          <SearchWords id="search-words" query={asked?.query ?? ''} />
        </div>
        {asked?.topic && <input type="hidden" name="topic" value={asked.topic} />}
        {asked?.author && <input type="hidden" name="author" value={asked.author} />}
        <details className={styles.narrow} open={asked !== null && isNarrowed(asked)}>
          <summary>Narrow and sort</summary>
          <div className={styles.fields}>
            <label>
              Section
              <select name="section" defaultValue={asked?.section ?? ''}>
                <option value="">All</option>
                {sections.map(({ id, slug, name }) => (
                  <option key={id} value={slug}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <label>
              Kind
              <select name="kind" defaultValue={asked?.kind ?? ''}>
                <option value="">All</option>
                {ARTICLE_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {kind.charAt(0).toUpperCase() + kind.slice(1)}
                  </option>
                ))}
              </select>
            </label>
            <label>
              From
              <input type="date" name="from" defaultValue={asked?.from ?? ''} />
            </label>
            <label>
              Until
              <input type="date" name="until" defaultValue={asked?.until ?? ''} />
            </label>
            <label>
              Sort
              <select name="sort" defaultValue={asked?.order ?? 'relevance'}>
                <option value="relevance">Best match</option>
                <option value="newest">Newest</option>
              </select>
            </label>
          </div>
          <p className={styles.signs}>“In quotation marks” word for word, -word without it, beginn* any ending.</p>
        </details>
      </form>
    </search>
  )
}
