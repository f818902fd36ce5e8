import {
  SCALE_MEASURES,
  type ScaleMeasure,
  type ScalePoint,
  scaleText,
  sizeText,
} from '@/server/bench/scale/scale-figure'

/** Lines over the number of stories, both axes in powers of ten. */
export interface ScaleChart {
  /** The name of its file, without the ending. */
  file: string
  title: string
  measures: ScaleMeasure[]
}

export const SCALE_CHARTS: ScaleChart[] = [
  {
    file: 'scale-pages',
    title: 'Pages that are not in memory',
    measures: ['miss', 'missP99', 'floor', 'beside', 'front', 'section', 'deep', 'feed'],
  },
  {
    file: 'scale-search',
    title: 'Search',
    measures: ['searchCommon', 'searchStop', 'searchRare', 'searchPhrase', 'searchTypo', 'likeRare'],
  },
  { file: 'scale-publish', title: 'Publishing and starting', measures: ['publish', 'publishP99', 'start'] },
]

const WIDTH = 760
const HEIGHT = 420
const PLOT = { left: 70, right: 470, top: 56, bottom: 370 }
const LABEL_STEP = 17
/** A colour for each line of a chart, with contrast in both schemes. */
const LINES = [
  { light: '#0b5cad', dark: '#7db7f5' },
  { light: '#a3301c', dark: '#ff9d87' },
  { light: '#3f6b1d', dark: '#a7d780' },
  { light: '#6b3fa0', dark: '#c9a8f5' },
  { light: '#8a5a00', dark: '#ecc063' },
  { light: '#00695f', dark: '#74d6c9' },
  { light: '#555555', dark: '#bbbbbb' },
  { light: '#a01a6b', dark: '#f29bcb' },
]

/** The chart as SVG that follows the colour scheme of its reader. A size that was not measured is skipped. */
export function scaleChart({ title, measures }: ScaleChart, points: readonly ScalePoint[]): string {
  const lines = measures
    .map((measure) => ({
      measure,
      at: points.flatMap(({ stories, values }) => {
        const value = values[measure]
        return value === undefined ? [] : [{ stories, value }]
      }),
    }))
    .filter(({ at }) => at.length)
  const all = lines.flatMap(({ at }) => at.map(({ value }) => value))
  const decades = { from: Math.floor(Math.log10(Math.min(...all))), to: Math.ceil(Math.log10(Math.max(...all))) }
  const sizes = points.map(({ stories }) => Math.log10(stories))
  const [first = 0, last = 1] = [Math.min(...sizes), Math.max(...sizes)]
  const x = (stories: number) =>
    last === first ? PLOT.left : PLOT.left + ((Math.log10(stories) - first) / (last - first)) * (PLOT.right - PLOT.left)
  const y = (value: number) =>
    PLOT.bottom -
    ((Math.log10(value) - decades.from) / Math.max(1, decades.to - decades.from)) * (PLOT.bottom - PLOT.top)
  const grid = Array.from({ length: decades.to - decades.from + 1 }, (_, step) => 10 ** (decades.from + step)).map(
    (value) =>
      `<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}"/>` +
      `<text x="${PLOT.left - 8}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${scaleText('miss', value)}</text>`,
  )
  const columns = points.map(
    ({ stories }) =>
      `<text x="${x(stories).toFixed(1)}" y="${PLOT.bottom + 22}" text-anchor="middle">${sizeText(stories)}</text>`,
  )
  const labels = spread(lines.map(({ at }) => y(at.at(-1)?.value ?? 1)))
  const drawn = lines.map(({ measure, at }, place) => {
    const path = at.map(({ stories, value }) => `${x(stories).toFixed(1)},${y(value).toFixed(1)}`)
    const dots = path.map((spot) => `<circle cx="${spot.split(',')[0]}" cy="${spot.split(',')[1]}" r="3.5"/>`)
    return (
      `<g class="line${place}"><polyline points="${path.join(' ')}"/>${dots.join('')}` +
      `<text x="${PLOT.right + 12}" y="${((labels[place] ?? 0) + 4).toFixed(1)}">${SCALE_MEASURES[measure]}</text></g>`
    )
  })
  const colours = (scheme: 'light' | 'dark') =>
    LINES.map((line, place) => `.line${place}{stroke:${line[scheme]};fill:${line[scheme]}}`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}, by the number of stories">
<style>svg{background:#fff;font:13px Georgia,serif}text{fill:#1a1a1a;stroke:none}.grid{stroke:#ddd}polyline{fill:none;stroke-width:2}${colours('light')}g text{fill:inherit}@media(prefers-color-scheme:dark){svg{background:#16181b}text{fill:#ececec}.grid{stroke:#383c42}${colours('dark')}g text{fill:inherit}}</style>
<text x="16" y="28" font-size="17" font-weight="bold">${title}</text>
${[...grid, ...columns, ...drawn].join('\n')}
<text x="${(PLOT.left + PLOT.right) / 2}" y="${PLOT.bottom + 42}" text-anchor="middle">stories</text>
</svg>
`
}

/** Heights near `wanted` that leave room for a line of text each, in the same order. */
function spread(wanted: readonly number[]): number[] {
  const order = wanted.map((height, place) => ({ height, place })).sort((one, other) => one.height - other.height)
  const heights: number[] = []
  let free = Number.NEGATIVE_INFINITY
  for (const { height, place } of order) {
    heights[place] = Math.max(height, free)
    free = (heights[place] ?? 0) + LABEL_STEP
  }
  return heights
}
