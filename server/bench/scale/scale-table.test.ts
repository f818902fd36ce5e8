import { expect, test } from 'vitest'
import { SCALE_CHARTS, scaleChart } from '@/server/bench/scale/scale-chart'
import { type ScaleReport, scaleTable, withScaleTable } from '@/server/bench/scale/scale-table'

const REPORT: ScaleReport = {
  date: '2026-11-27',
  node: 'v20.20.0',
  cpu: 'EPYC',
  cores: 2,
  points: [
    { stories: 1000, values: { miss: 20, missP99: 40, floor: 16, feed: 10, searchCommon: 9 } },
    { stories: 1_000_000, values: { miss: 30, missP99: 50, floor: 16, feed: 25, searchCommon: 1600 } },
  ],
}

test('a column for each size, and what was not measured has no row', () => {
  const lines = scaleTable(REPORT).split('\n')
  expect(lines).toContain('| Measure | 1k | 1M |')
  expect(lines).toContain('| search, a common word, p95 | 9.0 ms | 1.6 s |')
  expect(lines.some((line) => line.startsWith('| topic'))).toBe(false)
})

test('a bar says the ratio at the largest size, and whether it is met', () => {
  const table = scaleTable(REPORT)
  expect(table).toContain('| article miss, p50 ÷ floor | ≤ 1.4 | 1.88 | missed |')
  expect(table).toContain('| article miss, p99, at the largest size ÷ at the smallest | ≤ 1.3 | 1.25 | met |')
  expect(table).toContain('| feed, at the largest size ÷ at the smallest | ≤ 1.3 | 2.50 | missed |')
})

test('only what stands between the markers of the document is replaced', () => {
  const document = 'Before\n<!-- scale:begin -->\nold\n<!-- scale:end -->\nAfter'
  const written = withScaleTable(document, REPORT)
  expect(written.startsWith('Before\n<!-- scale:begin -->\n\nMeasured')).toBe(true)
  expect(written.endsWith('<!-- scale:end -->\nAfter')).toBe(true)
  expect(withScaleTable(written, REPORT)).toBe(written)
  expect(() => withScaleTable('none', REPORT)).toThrow('scale:begin')
})

test.each(SCALE_CHARTS)('each line of the chart $title has a colour in both schemes', (chart) => {
  const values = Object.fromEntries(chart.measures.map((measure) => [measure, 20]))
  const svg = scaleChart(chart, [{ stories: 1000, values }])
  for (const place of chart.measures.keys()) {
    expect(svg).toContain(`<g class="line${place}">`)
    expect(svg.match(new RegExp(`\\.line${place}\\{stroke:#`, 'g')), `line ${place}`).toHaveLength(2)
  }
})

test('a size at which a measure has no figure is skipped', () => {
  const points = [10, null, 30].map((miss, place) => ({ stories: 10 ** (place + 3), values: miss ? { miss } : {} }))
  const svg = scaleChart({ file: 'misses', title: 'Misses', measures: ['miss'] }, points)
  expect(svg.match(/<circle/g)).toHaveLength(2)
})

test('a chart has a line for each measure that has figures, and colours for both schemes', () => {
  const [pages] = SCALE_CHARTS
  if (!pages) throw new Error('there is no chart')
  const svg = scaleChart(pages, REPORT.points)
  expect(svg.match(/<polyline/g)).toHaveLength(4)
  expect(svg).toContain('prefers-color-scheme:dark')
  expect(svg).not.toContain('NaN')
})
