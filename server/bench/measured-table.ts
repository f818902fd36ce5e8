import { type Figure, isMet, PARTS, type Part } from '@/server/bench/figure'
import { barText, figureText, PART_TITLES, type Report } from '@/server/bench/report'

const BEGIN = '<!-- measured:begin -->'
const END = '<!-- measured:end -->'
const COLUMNS = ['Measure', 'Bar', 'Figure', 'Figure ÷ bar', 'Verdict', 'Date', 'Machine']

/**
 * `document` with the table between its two markers updated from `report`:
 * - one row for each figure with a bar, in the order of the parts;
 * - the parts of the report get new rows; all others keep their rows, with their earlier date and machine.
 * Throws when a marker is missing.
 */
export function withMeasuredRows(document: string, report: Report): string {
  const begin = document.indexOf(BEGIN)
  const end = document.indexOf(END)
  if (begin === -1 || end < begin) throw new Error(`the document has no ${BEGIN} before an ${END}`)
  const existing = rowsIn(document.slice(begin + BEGIN.length, end))
  const measured = new Set(report.figures.map(({ part }) => part))
  const rows = PARTS.flatMap((part) =>
    measured.has(part)
      ? report.figures.filter((figure) => figure.part === part && figure.bar).map((figure) => rowOf(figure, report))
      : existing.filter((row) => partOf(row) === part),
  )
  const table = [rowText(COLUMNS), rowText(COLUMNS.map(() => '---')), ...rows].join('\n')
  return `${document.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${document.slice(end)}`
}

/** The rows of the table, without its header. Throws for a row that belongs to no part of the bench. */
function rowsIn(table: string): string[] {
  const rows = table.split('\n').filter((line) => line.startsWith('| '))
  const [, , ...body] = rows
  for (const row of body) if (!partOf(row)) throw new Error(`a row belongs to no part of the bench: ${row}`)
  return body
}

function partOf(row: string): Part | undefined {
  return PARTS.find((part) => row.startsWith(`| ${PART_TITLES[part]}`))
}

function rowOf(figure: Figure, { date, node, cpu, cores }: Report): string {
  return rowText([
    `${PART_TITLES[figure.part]}: ${figure.what}`,
    barText(figure),
    figureText(figure.value, figure.unit),
    ratioText(figure),
    isMet(figure) ? 'met' : 'missed',
    date,
    `${cpu}, ${cores} cores, Node.js ${node.replace(/^v/, '')}`,
  ])
}

/** A bar of 0 has no ratio. */
function ratioText({ value, bar }: Figure): string {
  const limit = bar && ('most' in bar ? bar.most : bar.least)
  return limit ? (value / limit).toFixed(2) : '–'
}

function rowText(cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
