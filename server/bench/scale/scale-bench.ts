import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { corpusCache, corpusOf } from '@/server/bench/corpus/corpus-store'
import { machine } from '@/server/bench/machine'
import { mixedTraffic, trafficTable } from '@/server/bench/scale/mixed-traffic'
import { randomPages, randomPagesText } from '@/server/bench/scale/random-pages'
import { SCALE_CHARTS, scaleChart } from '@/server/bench/scale/scale-chart'
import type { ScalePoint } from '@/server/bench/scale/scale-figure'
import { scalePoint } from '@/server/bench/scale/scale-run'
import { stalls, stallsText } from '@/server/bench/scale/scale-stalls'
import { type ScaleReport, scaleTable, withScaleTable } from '@/server/bench/scale/scale-table'

const MEASURED = 'docs/measured.md'
const CHARTS = 'docs/charts'
const FEWEST = 100
const MOST = 2_000_000
const MOST_MINUTES = 600
const MOST_PAGES = 10_000_000
const MOST_STALLS = 40

/** The sizes of `--stories=1000,100000`; null without the option. Throws for what is not a list of sizes. */
export function scaleSizes(args: readonly string[]): number[] | null {
  const value = option(args, 'stories')
  if (value === null) return null
  const sizes = value.split(',').map(Number)
  if (sizes.every((size) => Number.isInteger(size) && size >= FEWEST && size <= MOST)) return sizes
  throw new Error(`--stories takes whole numbers from ${FEWEST} to ${MOST}, with commas between them, not “${value}”`)
}

/**
 * Measures the built site on archives of each of `sizes`, which are loaded when they are not kept yet:
 * - `--load` only loads them and says where they are; `--texts=FOLDER` names the texts that are recombined;
 * - `--beside=FOLDER` measures article misses of another built clone on the same archives;
 * - `--minutes=10` sends the traffic of a day at once for so long instead (mixed-traffic.ts);
 * - `--pages=100000` asks for so many pages by chance instead, and tells the memory (random-pages.ts);
 * - `--stalls` requests every address that reads instead, and tells how long a page from memory waited beside each;
 * - `--json` prints one object, `--write` updates the table and the charts of docs/measured.md.
 */
export async function scaleBench(
  args: readonly string[],
  { sizes, progress }: { sizes: readonly number[]; progress: (line: string) => void },
): Promise<void> {
  const cache = corpusCache(process.env)
  const folder = resolve(option(args, 'texts') ?? '../shared/data')
  const beside = option(args, 'beside')
  if (beside !== null && !existsSync(resolve(beside, '.build/server/main.mjs')))
    throw new Error(`there is no built site in ${beside}; run “npm run build” there first`)
  const minutes = numberOf(args, 'minutes', MOST_MINUTES)
  const pages = numberOf(args, 'pages', MOST_PAGES)
  const points: ScalePoint[] = []
  for (const count of sizes) {
    const corpus = await corpusOf({ count, cache, folder, progress })
    if (args.includes('--load')) {
      console.log(corpus.dataDir)
      continue
    }
    if (args.includes('--stalls')) {
      const found = await stalls(corpus, progress)
      console.log(
        args.includes('--json') ? JSON.stringify({ stories: count, stalls: found }) : stallsText(found, MOST_STALLS),
      )
      continue
    }
    if (minutes !== null) {
      const traffic = await mixedTraffic({ corpus, minutes, progress })
      console.log(args.includes('--json') ? JSON.stringify({ stories: count, ...traffic }) : trafficTable(traffic))
      continue
    }
    if (pages !== null) {
      const found = await randomPages({ corpus, count: pages, progress })
      console.log(args.includes('--json') ? JSON.stringify({ stories: count, ...found }) : randomPagesText(found))
      continue
    }
    const point = await scalePoint({ corpus, beside: beside === null ? null : resolve(beside), progress })
    // Said at once: the next size may take an hour.
    progress(JSON.stringify(point))
    points.push(point)
  }
  if (!points.length) return
  const report: ScaleReport = { date: new Date().toISOString().slice(0, 10), ...machine, points }
  console.log(args.includes('--json') ? JSON.stringify(report) : scaleTable(report))
  if (args.includes('--write')) write(report, progress)
}

/** The number of `--minutes=10` or `--pages=100`; null without the option. Throws for what is no number up to `most`. */
function numberOf(args: readonly string[], name: string, most: number): number | null {
  const value = option(args, name)
  if (value === null) return null
  const number = Number(value)
  if (number > 0 && number <= most) return number
  throw new Error(`--${name} takes a number up to ${most}, not “${value}”`)
}

function write(report: ScaleReport, progress: (line: string) => void): void {
  writeFileSync(MEASURED, withScaleTable(readFileSync(MEASURED, 'utf8'), report))
  mkdirSync(CHARTS, { recursive: true })
  for (const chart of SCALE_CHARTS) writeFileSync(`${CHARTS}/${chart.file}.svg`, scaleChart(chart, report.points))
  progress(`${MEASURED} and ${CHARTS} are up to date`)
}

/** The value of `--name=value`; null without it. */
function option(args: readonly string[], name: string): string | null {
  const found = args.find((arg) => arg.startsWith(`--${name}=`))
  return found === undefined ? null : found.slice(name.length + 3)
}
