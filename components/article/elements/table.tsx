import { Spans } from '@/components/article/elements/spans'
import type { ReaderText } from '@/lib/linking/reader-body'
import styles from './table.module.css'

interface Props {
  id: string
  caption: string
  header: ReaderText[]
  rows: ReaderText[][]
}

/**
 * A wide table scrolls inside its own region, which the keyboard can reach.
 * When the corner is empty, the first column names the rows.
 */
export function Table({ id, caption, header, rows }: Props) {
  const label = caption ? { 'aria-labelledby': `${id}-caption` } : { 'aria-label': 'Table' }
  const namesRows = header[0]?.length === 0
  const figures = header.map((_, place) => place > 0 && hasOnlyNumbers(rows.map((cells) => cells[place] ?? [])))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a tab stop the keyboard could not scroll the table
    <section className={styles.scroll} tabIndex={0} {...label}>
      <table className={styles.table}>
        {caption && <caption id={`${id}-caption`}>{caption}</caption>}
        <thead>
          <tr>
            {[...header.entries()].map(([place, cell]) => (
              <HeadCell key={place} text={cell} scope="col" className={figures[place] ? styles.figures : undefined} />
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows.entries()].map(([line, cells]) => (
            <tr key={line}>
              {[...cells.entries()].map(([place, cell]) =>
                place === 0 && namesRows ? (
                  <HeadCell key={place} text={cell} scope="row" />
                ) : (
                  <td key={place} className={figures[place] ? styles.figures : undefined}>
                    <Spans text={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** An empty corner cell is not a header. */
function HeadCell({
  text,
  scope,
  className,
}: {
  text: ReaderText
  scope: 'col' | 'row'
  className?: string | undefined
}) {
  if (!text.length) return <td />
  return (
    <th scope={scope} className={className}>
      <Spans text={text} />
    </th>
  )
}

/** A column of numbers is aligned at the end, one of text at the start. Empty cells are neither. */
function hasOnlyNumbers(column: ReaderText[]): boolean {
  const written = column.map((cell) => cell.map(({ text }) => text).join('')).filter((words) => words.trim())
  return written.length > 0 && written.every(isNumber)
}

/** Whether the cell holds only a number, in the digits of any script. */
function isNumber(words: string): boolean {
  return /^\s*[+−-]?[.,٫]?\p{Nd}[\p{Nd}.,٫٬\s]*[%٪]?\s*$/u.test(words)
}
