import { hasWords } from '@/lib/article/body'
import { LeftOut } from './left-out'
import { dropMark, type PastedStory } from './pasted-story'
import { type PastedRow, plainTable } from './pasted-tables'
import type { Inherited, Reading } from './reading'
import { layoutOf } from './shown'
import { wholeNumber } from './source-elements'

/** Reads a table. False, with nothing added, for one that lays a page out. */
export function readTable(
  table: Element,
  inner: Inherited,
  { reading, story }: { reading: Reading; story: PastedStory },
): boolean {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const caption = [...table.children].find(({ localName }) => localName === 'caption')
  const isLayout =
    /^(?:presentation|none)$/.test(table.getAttribute('role') ?? '') ||
    table.querySelector('table, h1, h2, h3, h4, h5, h6, blockquote, hr') !== null
  if (isLayout) return false
  const before = reading.leftOut
  reading.leftOut = new LeftOut()
  const source = rows.flatMap((row) => rowsOf(row, table, { reading, inner }))
  const title = caption ? reading.oneText(caption, inner).line.text.trim() : ''
  const plain = plainTable(source, title)
  // Otherwise it is read again, as lines.
  if (plain) before.add(reading.leftOut)
  reading.leftOut = before
  if (!plain) return false
  // With an empty corner the first column has heads, too.
  const rowHeads = hasWords(plain.header[0] ?? []) ? [] : plain.rows.flatMap(([head]) => head ?? [])
  for (const span of [...plain.header.flat(), ...rowHeads]) dropMark(span, 'bold')
  story.add({
    type: 'table',
    id: '',
    ...(plain.caption && { caption: plain.caption }),
    header: plain.header,
    rows: plain.rows,
  })
  return true
}

/** The row, or nothing for one that is not shown. */
function rowsOf(row: Element, table: Element, { reading, inner }: { reading: Reading; inner: Inherited }): PastedRow[] {
  const { styles } = reading
  if (layoutOf(row, styles.of(row)) === 'none' || reading.isLeftOut(row)) return []
  const group = row.parentElement
  const within = reading.inherited(row, group && group !== table ? reading.inherited(group, inner) : inner)
  const cells = [...row.children].filter(
    (cell) => /^t[dh]$/.test(cell.localName) && layoutOf(cell, styles.of(cell)) !== 'none',
  )
  return [
    {
      inHead: group?.localName === 'thead',
      cells: cells.map((cell) => ({
        // A cell keeps its place without its words.
        text: reading.isLeftOut(cell) ? [] : reading.oneText(cell, reading.inherited(cell, within)).text,
        columns: Math.max(1, wholeNumber(cell.getAttribute('colspan')) ?? 1),
        rows: wholeNumber(cell.getAttribute('rowspan')) ?? 1,
        isHead: cell.localName === 'th',
      })),
    },
  ]
}
