import { type Figure, isMet, PARTS, type Part, type Unit } from '@/server/bench/figure'

/** The figures of one run of the bench, and the machine they were measured on. */
export interface Report {
  date: string
  node: string
  cpu: string
  cores: number
  /** Whether server and load ran on cores of their own. */
  pinned: boolean
  loadTool: string
  /** Remarks on the figures, such as a part that could not be run. */
  notes: string[]
  figures: Figure[]
}

export const PART_TITLES: Record<Part, string> = {
  start: 'Start',
  article: 'An article from memory',
  pages: 'Other pages',
  nginx: 'Beside nginx',
  door: 'The front door beside nginx',
  miss: 'An article that is not in the store',
  memory: 'Memory',
  freshness: 'From a rename to fresh pages',
  desk: 'From the desk to the readers',
  api: 'Through the Admin API to the readers',
  archive: 'Archive search while linking',
  sitemap: 'Sitemaps of a million stories',
  weights: 'Weight of a first visit',
  shift: 'Layout shift',
  lighthouse: 'Lighthouse',
  typing: 'Typing at the desk',
  pictures: 'Pictures that come in',
}

const DIGITS: Record<Unit, number> = {
  'req/s': 0,
  ms: 1,
  bytes: 0,
  MiB: 1,
  pages: 0,
  files: 0,
  ratio: 2,
  score: 0,
  shift: 3,
}

/** The report as one JSON object; each figure says whether its bar is met. */
export function asJson({ figures, ...report }: Report): string {
  return JSON.stringify({ ...report, figures: figures.map((figure) => ({ ...figure, met: isMet(figure) })) })
}

/** The figures as a table for people. */
export function asTable({ figures, notes, ...on }: Report): string {
  const rows = figures.map((figure) => ({
    part: figure.part,
    cells: [figure.what, barText(figure), figureText(figure.value, figure.unit), verdictText(figure)],
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
    if (own.length) lines.push('', PART_TITLES[part], ...own.map(({ cells }) => line(cells)))
  }
  const barred = figures.map(isMet).filter((met) => met !== null)
  lines.push('', `${barred.filter(Boolean).length} of ${barred.length} bars met`)
  return lines.join('\n')
}

export function barText({ bar, unit }: Figure): string {
  if (!bar) return '–'
  return 'most' in bar ? `≤ ${figureText(bar.most, unit)}` : `≥ ${figureText(bar.least, unit)}`
}

function verdictText(figure: Figure): string {
  const met = isMet(figure)
  return met === null ? '' : met ? 'ok' : 'missed'
}

export function figureText(value: number, unit: Unit): string {
  const digits = DIGITS[unit]
  const number = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return unit === 'ratio' || unit === 'score' || unit === 'shift' ? number : `${number} ${unit}`
}
