import { ARTICLE_KINDS, type Section } from '@/lib/article/article'
import { kindName } from '@/lib/article/kind-name'
import { type AskedSearch, isNarrowed } from '@/lib/search/asked-search'
import styles from './narrowed-search-form.module.css'
import form from './search-form.module.css'
import { SearchWords } from './search-words'
import { SubjectField } from './subject-field'

interface Props {
  /** null when nothing has been asked yet. */
  asked: AskedSearch | null
  sections: Section[]
  /** What the stories that were found are filed under. */
  subjects: { topics: NamedSlug[]; authors: NamedSlug[] }
}

interface NamedSlug {
  slug: string
  name: string
}

/** The search of the search page: words, and below them what they are narrowed by. */
export function NarrowedSearchForm({ asked, sections, subjects }: Props) {
  return (
    <search>
      <form action="/search" method="get">
        <div className={form.form}>
          <SearchWords id="search-words" query={asked?.query ?? ''} />
        </div>
        <details className={styles.narrow} open={asked !== null && isNarrowed(asked)}>
          <summary>Narrow and sort</summary>
          <div className={styles.fields}>
            <SubjectField label="Section" name="section" chosen={asked?.section ?? ''} choices={sections} />
            <SubjectField label="Topic" name="topic" chosen={asked?.topic ?? ''} choices={subjects.topics} />
            <SubjectField label="Author" name="author" chosen={asked?.author ?? ''} choices={subjects.authors} />
            <label>
              Kind
              <select name="kind" defaultValue={asked?.kind ?? ''}>
                <option value="">All</option>
                {ARTICLE_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {kindName(kind)}
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
