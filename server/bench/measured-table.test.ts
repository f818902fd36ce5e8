import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Figure } from '@/server/bench/figure'
import { withMeasuredRows } from '@/server/bench/measured-table'
import type { Report } from '@/server/bench/report'

const DOCUMENT = `# Measured

By hand.

<!-- measured:begin -->

| Measure | Bar | Figure | Figure ÷ bar | Verdict | Date | Machine |
| --- | --- | --- | --- | --- | --- | --- |
| Archive search while linking: p95 | ≤ 50.0 ms | 15.0 ms | 0.30 | met | 2026-11-25 | two cores |
| Typing at the desk: key to paint | ≤ 50.0 ms | 15.0 ms | 0.30 | met | 2026-11-25 | two cores |

<!-- measured:end -->

Also by hand.
`

const archive: Figure = { part: 'archive', what: '10,000 stories, p95', value: 75, unit: 'ms', bar: { most: 50 } }
const report = (...figures: Figure[]): Report => ({
  date: '2026-11-26',
  node: 'v22.21.0',
  cpu: 'EPYC',
  cores: 2,
  pinned: true,
  loadTool: 'wrk',
  notes: [],
  figures,
})

const rowsOf = (document: string) => document.split('\n').filter((line) => line.startsWith('| '))

test('a part that was measured gets new rows, and every other part keeps its row and date', () => {
  expect(rowsOf(withMeasuredRows(DOCUMENT, report(archive))).slice(2)).toEqual([
    '| Archive search while linking: 10,000 stories, p95 | ≤ 50.0 ms | 75.0 ms | 1.50 | missed | 2026-11-26 | EPYC, 2 cores, Node.js 22.21.0 |',
    '| Typing at the desk: key to paint | ≤ 50.0 ms | 15.0 ms | 0.30 | met | 2026-11-25 | two cores |',
  ])
})

test('rows stand in the order of the parts, and figures without a bar have none', () => {
  const miss: Figure = { part: 'miss', what: 'p99', value: 40, unit: 'ms', bar: { most: 40 } }
  const rows = rowsOf(withMeasuredRows(DOCUMENT, report({ ...miss, what: 'p50', bar: undefined }, archive, miss)))
  expect(rows.slice(2).map((row) => row.split(' | ')[0])).toEqual([
    '| An article that is not in the store: p99',
    '| Archive search while linking: 10,000 stories, p95',
    '| Typing at the desk: key to paint',
  ])
})

test('a bar of 0 has no ratio', () => {
  const shift: Figure = { part: 'shift', what: 'front page', value: 0, unit: 'shift', bar: { most: 0 } }
  expect(withMeasuredRows(DOCUMENT, report(shift))).toContain('front page | ≤ 0.000 | 0.000 | – | met |')
})

test('text outside the markers stays, and writing the same report again changes nothing', () => {
  const written = withMeasuredRows(DOCUMENT, report(archive))
  expect(written.startsWith('# Measured\n\nBy hand.\n\n<!-- measured:begin -->\n\n| Measure')).toBe(true)
  expect(written.endsWith('|\n\n<!-- measured:end -->\n\nAlso by hand.\n')).toBe(true)
  expect(withMeasuredRows(written, report(archive))).toBe(written)
})

test('a document without markers, or with a row of no part, is refused', () => {
  expect(() => withMeasuredRows('# Measured', report(archive))).toThrow('<!-- measured:begin -->')
  expect(() => withMeasuredRows(DOCUMENT.replace('Typing', 'Walking'), report(archive))).toThrow('Walking at the desk')
})

test('the document of this project can be written', () => {
  const document = readFileSync('docs/measured.md', 'utf8')
  expect(rowsOf(withMeasuredRows(document, report())).length).toBeGreaterThan(2)
})
