import { MAX_SEARCH_LENGTH } from '@/lib/text/search-query'

interface Props {
  /** Unique on the page; ties the label to its field. */
  id: string
  query: string
}

/** The field for the words of a search, and its button. */
export function SearchWords({ id, query }: Props) {
  return (
    <>
      <label className="visually-hidden" htmlFor={id}>
        Search the paper
      </label>
      <input
        id={id}
        type="search"
        name="q"
        defaultValue={query}
        placeholder="Search the paper"
        maxLength={MAX_SEARCH_LENGTH}
      />
      <button type="submit">Search</button>
    </>
  )
}
