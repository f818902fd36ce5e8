import { SearchWords } from '@/components/search/search-words'
import styles from './search-form.module.css'

interface Props {
  /** Unique on the page; ties the label to its field. */
  id: string
  query: string
}

export function SearchForm({ id, query }: Props) {
  return (
    <search>
      <form className={styles.form} action="/search" method="get">
        <SearchWords id={id} query={query} />
      </form>
    </search>
  )
}
