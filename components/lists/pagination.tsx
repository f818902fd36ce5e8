import styles from './pagination.module.css'

interface Props {
  /** From 1. */
  page: number
  pages: number
  hrefOf: (page: number) => string
}

export function Pagination({ page, pages, hrefOf }: Props) {
  if (pages < 2) return null
  return (
    <nav className={styles.pagination} aria-label="Pages">
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          Newer
        </a>
      )}
      <ol>
        {shownPages(page, pages).map((number, place, shown) => (
          <li key={number} className={number - (shown[place - 1] ?? 0) > 1 ? styles.afterGap : undefined}>
            <a href={hrefOf(number)} aria-label={`Page ${number}`} aria-current={number === page ? 'page' : undefined}>
              {number}
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next">
          Older
        </a>
      )}
    </nav>
  )
}

/** The first page, the last, and those around the one being read. */
function shownPages(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  return [...new Set(near)].sort((one, other) => one - other)
}
