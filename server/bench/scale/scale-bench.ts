import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Corpus, corpusCache, corpusOf } from '@/server/bench/corpus/corpus-store'
import { machine } from '@/server/bench/machine'
import { mixedTraffic, trafficTable } from '@/server/bench/scale/mixed-traffic'
import { randomPages, randomPagesText } from '@/server/bench/scale/random-pages'
import { SCALE_CHARTS, scaleChart } from '@/server/bench/scale/scale-chart'
import type { ScalePoint } from '@/server/bench/scale/scale-figure'
import { scalePoint } from '@/server/bench/scale/scale-run'
import { stalls, stallsText } from '@/server/bench/scale/scale-stalls'
import { type ScaleReport, scaleTable, withScaleTable } from '@/server/bench/scale/scale-table'
import { wholeNumber } from '@/server/commands/command-options'
import { CommandProblem } from '@/server/commands/command-problem'

const MEASURED = 'docs/measured.md'
const CHARTS = 'docs/charts'
const MIN = 100
const MAX = 2_000_000
const MAX_MINUTES = 600
const MAX_PAGES = 10_000_000
const MAX_STALLS = 40

/** The options beside `--stories`, which says how large the archives are. */
interface ScaleOptions {
  load?: boolean
  stalls?: boolean
  minutes?: string
  pages?: string
  texts?: string
  beside?: string
  json?: boolean
  write?: boolean
}

interface ScaleRun {
  sizes: readonly number[]
  options: ScaleOptions
  progress: (line: string) => void
}

/** The sizes of `--stories=1000,100000`. Throws CommandProblem for what is not a list of sizes. */
export function scaleSizes(value: string): number[] {
  const sizes = value.split(',').map(Number)
  if (sizes.every((size) => Number.isInteger(size) && size >= MIN && size <= MAX)) return sizes
  throw new CommandProblem(
    `--stories takes whole numbers from ${MIN} to ${MAX}, with commas between them, not “${value}”`,
  )
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
export async function scaleBench(run: ScaleRun): Promise<void> {
  const minutes = wholeNumber('minutes', run.options.minutes, MAX_MINUTES)
  const pages = wholeNumber('pages', run.options.pages, MAX_PAGES)
  if (run.options.load) return loadArchives(run)
  if (run.options.stalls) return measureStalls(run)
  if (minutes !== null) return sendTraffic(run, minutes)
  if (pages !== null) return requestRandomPages(run, pages)
  return measureSizes(run)
}

/** Of each size one after another. */
async function* archives({ sizes, options, progress }: ScaleRun): AsyncGenerator<Corpus> {
  const cache = corpusCache(process.env)
  const folder = resolve(options.texts ?? '../shared/data')
  for (const count of sizes) yield corpusOf({ count, cache, folder, progress })
}

async function loadArchives(run: ScaleRun): Promise<void> {
  for await (const { dataDir } of archives(run)) console.log(dataDir)
}

async function measureStalls(run: ScaleRun): Promise<void> {
  for await (const corpus of archives(run)) {
    const found = await stalls(corpus, run.progress)
    console.log(
      run.options.json ? JSON.stringify({ stories: corpus.count, stalls: found }) : stallsText(found, MAX_STALLS),
    )
  }
}

async function sendTraffic(run: ScaleRun, minutes: number): Promise<void> {
  for await (const corpus of archives(run)) {
    const traffic = await mixedTraffic({ corpus, minutes, progress: run.progress })
    console.log(run.options.json ? JSON.stringify({ stories: corpus.count, ...traffic }) : trafficTable(traffic))
  }
}

async function requestRandomPages(run: ScaleRun, count: number): Promise<void> {
  for await (const corpus of archives(run)) {
    const found = await randomPages({ corpus, count, progress: run.progress })
    console.log(run.options.json ? JSON.stringify({ stories: corpus.count, ...found }) : randomPagesText(found))
  }
}

async function measureSizes(run: ScaleRun): Promise<void> {
  const { options, progress } = run
  const beside = options.beside === undefined ? null : resolve(options.beside)
  if (beside !== null && !existsSync(join(beside, '.build/server/main.mjs')))
    throw new CommandProblem(`There is no built site in ${beside}. Run “npm run build” there first.`)
  const points: ScalePoint[] = []
  for await (const corpus of archives(run)) {
    const point = await scalePoint({ corpus, beside, progress })
    // Said at once: the next size may take an hour.
    progress(JSON.stringify(point))
    points.push(point)
  }
  const report: ScaleReport = { date: new Date().toISOString().slice(0, 10), ...machine, points }
  console.log(options.json ? JSON.stringify(report) : scaleTable(report))
  if (options.write) write(report, progress)
}

function write(report: ScaleReport, progress: (line: string) => void): void {
  writeFileSync(MEASURED, withScaleTable(readFileSync(MEASURED, 'utf8'), report))
  mkdirSync(CHARTS, { recursive: true })
  for (const chart of SCALE_CHARTS) writeFileSync(`${CHARTS}/${chart.file}.svg`, scaleChart(chart, report.points))
  progress(`${MEASURED} and ${CHARTS} are up to date`)
}
