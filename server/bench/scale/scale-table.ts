import {
  SCALE_MEASURES,
  type ScaleMeasure,
  type ScalePoint,
  scaleText,
  sizeText,
} from '@/server/bench/scale/scale-figure'

/** The figures of one run at all sizes, and the machine. */
export interface ScaleReport {
  date: string
  node: string
  cpu: string
  cores: number
  points: ScalePoint[]
}

const BEGIN = '<!-- scale:begin -->'
const END = '<!-- scale:end -->'

/** A limit of the measure at the largest size, as a ratio or a value. */
interface ScaleBar {
  what: string
  text: string
  /** null where the run has not what it needs. */
  ratio: (points: readonly ScalePoint[]) => number | null
  least?: number
  most?: number
}

const BARS: ScaleBar[] = [
  bar('article miss, p50 ÷ floor', { most: 1.4 }, atLargest('miss', 'floor')),
  bar('article miss, p99 ÷ p50', { most: 2 }, atLargest('missP99', 'miss')),
  bar('article miss, p50 ÷ that of the build beside', { most: 0.6 }, atLargest('miss', 'beside')),
  bar('article miss, p99, at the largest size ÷ at the smallest', { most: 1.3 }, acrossSizes('missP99', 'missP99')),
  bar('the first 200 articles after a start, p99 ÷ article miss, p50', { most: 3 }, atLargest('firstP99', 'miss')),
  bar('feed, at the largest size ÷ at the smallest', { most: 1.3 }, acrossSizes('feed', 'feed')),
  bar('front page, at the largest size ÷ at the smallest', { most: 1.3 }, acrossSizes('front', 'front')),
  bar('section, page 1,000 at the largest size ÷ page 1 at the smallest', { most: 2 }, acrossSizes('deep', 'section')),
  bar('publish until shown, p99 ÷ article miss, p50', { most: 6 }, atLargest('publishP99', 'miss')),
  bar('publish until shown, p99, ms', { most: 150 }, valueAtLargest('publishP99')),
  bar('search, a common word, p95, ms', { most: 50 }, valueAtLargest('searchCommon')),
  bar('search, a rare word, p95, ms', { most: 20 }, valueAtLargest('searchRare')),
  bar('search, a phrase, p95, ms', { most: 50 }, valueAtLargest('searchPhrase')),
  bar('search, a typo, p95, ms', { most: 80 }, valueAtLargest('searchTypo')),
  bar('search, a word of every story, p95, ms', { most: 100 }, valueAtLargest('searchStop')),
  bar('a page from memory while twenty searches run, p99, ms', { most: 20 }, valueAtLargest('firstOfMany')),
  bar('known stories found first', { least: 0.85 }, valueAtLargest('found1')),
  bar('known stories found among ten', { least: 0.97 }, valueAtLargest('found10')),
  bar('related stories for a draft of 600 words, p95, ms', { most: 30 }, valueAtLargest('suggestion')),
  bar('what blocks of links add to an article miss, p95, ms', { most: 2 }, valueAtLargest('blocks')),
  bar('start until the first page, ms', { most: 3000 }, valueAtLargest('start')),
  bar('store ÷ words', { most: 3.5 }, valueAtLargest('disk')),
]

function bar(what: string, limit: { most: number } | { least: number }, ratio: ScaleBar['ratio']): ScaleBar {
  return { what, text: 'most' in limit ? `≤ ${limit.most}` : `≥ ${limit.least}`, ratio, ...limit }
}

function atLargest(of: ScaleMeasure, by: ScaleMeasure): ScaleBar['ratio'] {
  return (points) => ratioOf(points.at(-1)?.values[of], points.at(-1)?.values[by])
}

function acrossSizes(atEnd: ScaleMeasure, atStart: ScaleMeasure): ScaleBar['ratio'] {
  return (points) => (points.length < 2 ? null : ratioOf(points.at(-1)?.values[atEnd], points[0]?.values[atStart]))
}

function valueAtLargest(of: ScaleMeasure): ScaleBar['ratio'] {
  return (points) => points.at(-1)?.values[of] ?? null
}

function ratioOf(value: number | undefined, by: number | undefined): number | null {
  return value === undefined || by === undefined ? null : value / by
}

/** The curve as a table of Markdown, a column for each size, and below it the bars at the largest size. */
export function scaleTable({ date, node, cpu, cores, points }: ScaleReport): string {
  const measures = (Object.keys(SCALE_MEASURES) as ScaleMeasure[]).filter((measure) =>
    points.some(({ values }) => values[measure] !== undefined),
  )
  const curve = [
    ['Measure', ...points.map(({ stories }) => sizeText(stories))],
    ['---', ...points.map(() => '---:')],
    ...measures.map((measure) => [
      SCALE_MEASURES[measure],
      ...points.map(({ values }) => {
        const value = values[measure]
        return value === undefined ? '–' : scaleText(measure, value)
      }),
    ]),
  ]
  const bars = [
    [`At ${sizeText(points.at(-1)?.stories ?? 0)} stories`, 'Bar', 'Figure', 'Verdict'],
    ['---', '---', '---:', '---'],
    ...BARS.flatMap(({ what, text, ratio, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }) => {
      const value = ratio(points)
      if (value === null) return []
      const figure = value >= 100 ? String(Math.round(value)) : value.toFixed(2)
      return [[what, text, figure, value >= least && value <= most ? 'met' : 'missed']]
    }),
  ]
  const on = `Measured ${date} on ${cpu}, ${cores} cores, Node.js ${node.replace(/^v/, '')}.`
  return [on, ...[curve, bars].map((rows) => rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n'))].join('\n\n')
}

/** `document` with the table between its two markers replaced. Throws when a marker is missing. */
export function withScaleTable(document: string, report: ScaleReport): string {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)]
  if (begin === -1 || end < begin) throw new Error(`the document has no ${BEGIN} before an ${END}`)
  return `${document.slice(0, begin + BEGIN.length)}\n\n${scaleTable(report)}\n\n${document.slice(end)}`
}
