import { type Figure, isMet, PARTS, type Part, type Unit } from '@/server/bench/figure'

/** What a run of the bench found out, and on what. */
export interface Report {
  date: string
  node: string
  cpu: string
  cores: number
  /** Whether server and load ran on cores of their own. */
  pinned: boolean
  loadTool: string
  /** What a reader of the figures must know, such as a part that could not be run. */
  notes: string[]
  figures: Figure[]
}

const TITLES: Record<Part, string> = {
  start: 'Start',
  article: 'An article from memory',
  pages: 'Other pages',
  nginx: 'Beside nginx: the same article bytes from disk, same core, three pairs turn by turn',
  miss: 'An article that is not in the store',
  memory: 'Memory',
  freshness: 'From a rename to fresh pages',
  desk: 'From the desk to the readers',
  archive: 'Archive search while linking',
  sitemap: 'Sitemaps of a million stories',
  weights: 'Weight of a first visit (bytes transferred)',
  shift: 'Layout shift while a page loads and is read to its end',
  lighthouse: 'Lighthouse',
  typing: 'Typing at the desk',
}

const DIGITS: Record<Unit, number> = {
  'req/s': 0,
  ms: 1,
  bytes: 0,
  MiB: 1,
  pages: 0,
  ratio: 2,
  score: 0,
  shift: 3,
}

/** The figures as one JSON object, each with what became of its bar. */
export function asJson({ figures, ...report }: Report): string {
  return JSON.stringify({ ...report, figures: figures.map((figure) => ({ ...figure, met: isMet(figure) })) })
}

/** The figures as a table for people. */
export function asTable({ figures, notes, ...on }: Report): string {
  const rows = figures.map((figure) => ({
    part: figure.part,
    cells: [figure.what, barOf(figure), inWords(figure.value, figure.unit), verdictOf(figure)],
  }))
  const widths = ['figure', 'bar', 'measured', 'verdict'].map((title, column) =>
    Math.max(title.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)),
  )
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  const lines = [
    `${on.date}, Node.js ${on.node}, ${on.cpu}, ${on.cores} cores`,
    on.pinned
      ? `Server on one core, ${on.loadTool} on the other.`
      : `Server and ${on.loadTool} share the cores: this machine does not let us pin them.`,
    ...notes,
    '',
    line(['figure', 'bar', 'measured', 'verdict']),
  ]
  for (const part of PARTS) {
    const own = rows.filter((row) => row.part === part)
    if (own.length) lines.push('', TITLES[part], ...own.map(({ cells }) => line(cells)))
  }
  const barred = figures.map(isMet).filter((met) => met !== null)
  lines.push('', `${barred.filter(Boolean).length} of ${barred.length} bars met`)
  return lines.join('\n')
}

function barOf({ bar, unit }: Figure): string {
  if (!bar) return '–'
  return 'most' in bar ? `≤ ${inWords(bar.most, unit)}` : `≥ ${inWords(bar.least, unit)}`
}

function verdictOf(figure: Figure): string {
  const met = isMet(figure)
  return met === null ? '' : met ? 'ok' : 'missed'
}

function inWords(value: number, unit: Unit): string {
  const digits = DIGITS[unit]
  const number = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return unit === 'ratio' || unit === 'score' || unit === 'shift' ? number : `${number} ${unit}`
}
