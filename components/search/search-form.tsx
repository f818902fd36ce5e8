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
        <label className="visually-hidden" htmlFor={id}>
          Search the paper
        </label>
        <input id={id} type="search" name="q" defaultValue={query} placeholder="Search the paper" maxLength={200} />
        <button type="submit">Search</button>
      </form>
    </search>
  )
}
