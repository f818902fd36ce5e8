import { hasWords, type Span, type Text } from '@/lib/article/body'
import { plainDigits } from '@/lib/text/plain-digits'

/** A cell of a pasted table as it is written: with what it spans. */
export interface PastedCell {
  text: Text
  columns: number
  /** 0 stands for all rows that follow. */
  rows: number
  isHead: boolean
}

export interface PastedRow {
  cells: PastedCell[]
  /** Whether it stands in a `thead`. */
  inHead: boolean
}

/** A table of a story: a rectangle of texts under one line of heads. */
export interface PlainTable {
  caption: string
  header: Text[]
  rows: Text[][]
}

/** More columns than a page can show; a span of thousands must not make as many cells. */
const MAX_COLUMNS = 100

interface Slot {
  cell: PastedCell
  /** Whether the cell begins here, and does not only reach here from another row or column. */
  begins: boolean
}

/**
 * The table as a story holds it, with every figure under its own heads: a cell that spans rows or columns stands in the
 * first of them and leaves the others empty; heads in several rows become one, where a head that spans columns stands in
 * each of them. A first row of one cell across the whole table is its caption. Empty rows and columns are left out.
 * null when fewer than two rows have words: that is layout, not a table.
 */
export function plainTable(source: PastedRow[], caption: string): PlainTable | null {
  const grid = slotsOf(source)
  const all = source.map((row, line) => ({ row, slots: grid[line] ?? [] }))
  let lines = all.filter(({ slots }) => slots.some((slot) => slot && hasWords(slot.cell.text)))
  const width = Math.max(0, ...lines.map(({ slots }) => slots.length))
  const title = caption ? undefined : titleOf(lines[0]?.row, width)
  if (title && lines.length > 2) lines = lines.slice(1)
  const columns = [...Array(width).keys()].filter((column) =>
    lines.some(({ slots }) => slots[column] && hasWords(slots[column].cell.text)),
  )
  if (lines.length < 2 || columns.length < 1) return null
  const depth = Math.min(headDepth(lines.map(({ row }) => row)), lines.length - 1)
  const heads = lines.slice(0, depth)
  return {
    caption: title && lines.length < all.length ? plain(title.text) : caption,
    header: columns.map((column) => mergedHeads(heads.map(({ slots }) => slots[column]))),
    rows: lines.slice(depth).map(({ slots }) =>
      columns.map((column) => {
        const slot = slots[column]
        return slot?.begins ? slot.cell.text : []
      }),
    ),
  }
}

function titleOf(row: PastedRow | undefined, width: number): PastedCell | undefined {
  const filled = row?.cells.filter(({ text }) => hasWords(text)) ?? []
  const [only] = filled
  return filled.length === 1 && only && width > 1 && only.columns >= width ? only : undefined
}

/** The cell that each place of the table belongs to (HTML, section 4.9.12: forming a table). */
function slotsOf(source: PastedRow[]): (Slot | undefined)[][] {
  const grid: (Slot | undefined)[][] = source.map(() => [])
  for (const [line, { cells, inHead }] of source.entries()) {
    let column = 0
    for (const cell of cells) {
      while (grid[line]?.[column]) column += 1
      if (column >= MAX_COLUMNS) break
      const groupEnd = source.findIndex((row, below) => below > line && row.inHead !== inHead)
      const rowsLeft = (groupEnd < 0 ? source.length : groupEnd) - line
      const height = cell.rows === 0 ? rowsLeft : Math.min(cell.rows, rowsLeft)
      const columns = Math.min(cell.columns, MAX_COLUMNS - column)
      for (let down = 0; down < height; down++) {
        const row = grid[line + down]
        for (let right = 0; row && right < columns; right++) {
          row[column + right] ??= { cell, begins: down === 0 && right === 0 }
        }
      }
      column += columns
    }
  }
  return grid
}

/** How many of the first rows are heads: at least one. */
function headDepth(rows: PastedRow[]): number {
  const inHead = rows.findIndex((row) => !row.inHead)
  if (inHead !== 0) return Math.max(1, inHead)
  const heads = rows.findIndex(({ cells }) => !cells.every(({ isHead }) => isHead))
  if (heads < 0 || heads > 1) return heads < 0 ? rows.length : heads
  const [first, second] = rows
  if (!first?.cells.some(({ columns }) => columns > 1)) return 1
  // A head that spans columns has others below it, and those beside it reach as deep.
  const deep = first.cells.filter(({ rows: height }) => height > 1).map(({ rows: height }) => height)
  if (deep.length) return Math.max(...deep)
  return second?.cells.some(({ text }) => isFigure(plain(text))) ? 1 : 2
}

/** A number that is no year: years are heads. */
function isFigure(words: string): boolean {
  return /\p{Nd}/u.test(words) && !/\p{L}/u.test(words) && !/^(?:19|20)\d\d$/.test(plainDigits(words.trim()))
}

function mergedHeads(slots: (Slot | undefined)[]): Text {
  const cells = [...new Set(slots.map((slot) => slot?.cell))].filter((cell) => cell && hasWords(cell.text))
  return cells.flatMap((cell, place): Span[] => [...(place > 0 ? [{ text: ' ' }] : []), ...(cell?.text ?? [])])
}

function plain(text: Text): string {
  return text.map(({ text: words }) => words).join('')
}
