import { readFileSync, writeFileSync } from 'node:fs'
import { type Figure, ONLY_WHEN_NAMED, PARTS, type Part } from '@/server/bench/figure'
import { isInstalled, machine, pinTo, sharedMs } from '@/server/bench/machine'
import { withMeasuredRows } from '@/server/bench/measured-table'
import { apiPublishingFigures } from '@/server/bench/measures/api-publishing'
import { archiveSearchFigures } from '@/server/bench/measures/archive-search'
import { deskPublishingFigures } from '@/server/bench/measures/desk-publishing'
import { freshnessFigures } from '@/server/bench/measures/freshness'
import { frontDoorFigures } from '@/server/bench/measures/front-door'
import { layoutShiftFigures } from '@/server/bench/measures/layout-shift'
import { lighthouseFigures } from '@/server/bench/measures/lighthouse'
import { memoryFigures } from '@/server/bench/measures/memory'
import { missFigures } from '@/server/bench/measures/misses'
import { nginxFigures } from '@/server/bench/measures/nginx'
import { pictureFigures } from '@/server/bench/measures/pictures'
import { articleFigures, pagesFigures } from '@/server/bench/measures/serving'
import { sitemapFigures } from '@/server/bench/measures/sitemap'
import { startFigures } from '@/server/bench/measures/start-time'
import { typingFigures } from '@/server/bench/measures/typing'
import { weightFigures } from '@/server/bench/measures/weights'
import { asJson, asTable } from '@/server/bench/report'
import { scaleBench, scaleSizes } from '@/server/bench/scale/scale-bench'
import { type BenchEdition, prepareBenchEdition } from '@/server/bench/site/bench-edition'
import { floorSite } from '@/server/bench/site/floor-site'
import { CONNECTIONS, loadTool } from '@/server/bench/site/load'
import { RunningSite } from '@/server/bench/site/running-site'
import { siteWithEditor } from '@/server/bench/site/site-with-editor'
import { commandOptions } from '@/server/commands/command-options'
import { CommandProblem } from '@/server/commands/command-problem'
import { failureWords } from '@/server/failure-words'

type Measure = (site: RunningSite, edition: BenchEdition) => Promise<Figure[]>

/** Loads on one running site, before its memory is read a second time. */
const LOADS: [Part, Measure][] = [
  ['article', articleFigures],
  ['pages', pagesFigures],
  ['nginx', nginxFigures],
  ['miss', missFigures],
]

/** Measured with a browser afterwards. */
const VISITS: [Part, Measure][] = [
  ['weights', weightFigures],
  ['shift', layoutShiftFigures],
  ['lighthouse', lighthouseFigures],
]

const MEASURED = 'docs/measured.md'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const OPTIONS = {
  only: text,
  json: flag,
  write: flag,
  stories: text,
  load: flag,
  stalls: flag,
  minutes: text,
  pages: text,
  texts: text,
  beside: text,
}

/** The whole bench stays below eight minutes, or on a slow machine not far above. */
const NO_PART_STARTS_AFTER_MS = 7 * 60_000

/**
 * `npm run bench`; `--only=part,part` runs these parts alone (pictures only so), `--json` prints one object for machines, `--write` updates
 * the table in docs/measured.md. `--stories=1000,100000` measures archives of these sizes instead (scale/scale-bench.ts).
 */
async function bench(args: string[]): Promise<void> {
  const { stories, ...options } = commandOptions(args, OPTIONS)
  if (stories !== undefined) return scaleBench({ sizes: scaleSizes(stories), options, progress: logProgress })
  const wanted = new Set(wantedParts(options.only))
  const notes = [`${CONNECTIONS} connections, 4 s a run; weights are bytes transferred.`]
  const hasNginx = isInstalled('nginx') && loadTool === 'wrk'
  if ((wanted.has('nginx') || wanted.has('door')) && !hasNginx) {
    wanted.delete('nginx')
    wanted.delete('door')
    notes.push('The comparison with nginx was left out: it needs nginx and wrk, and one of them is not installed.')
  } else if (wanted.has('nginx') || wanted.has('door')) {
    notes.push('Beside nginx: the same article bytes from disk, on the same core, three pairs in turn.')
  }
  const date = new Date().toISOString().slice(0, 10)
  logProgress('preparing an edition')
  const edition = await prepareBenchEdition()
  const { figures, failed } = await measured(wanted, edition)
  const report = { date, ...machine, loadTool, notes: [...notes, ...failed], figures }
  console.log(options.json ? asJson(report) : asTable(report))
  if (options.write) {
    writeFileSync(MEASURED, withMeasuredRows(readFileSync(MEASURED, 'utf8'), report))
    logProgress(`${MEASURED} is up to date`)
  }
  process.exitCode = failed.length ? 1 : 0
}

/** The figures of each part, and a sentence on each part that could not be measured. */
async function measured(
  wanted: ReadonlySet<Part>,
  edition: BenchEdition,
): Promise<{ figures: Figure[]; failed: string[] }> {
  const begun = sharedMs()
  const figures: Figure[] = []
  const failed: string[] = []
  const take = async (part: Part, measure: () => Promise<Figure[]>) => {
    if (!wanted.has(part)) return
    if (sharedMs() - begun > NO_PART_STARTS_AFTER_MS) {
      failed.push(`“${part}” was left out: the parts before took too long.`)
      return
    }
    logProgress(part)
    try {
      figures.push(...(await measure()))
    } catch (error) {
      console.error(error)
      failed.push(`“${part}” could not be measured: ${error instanceof Error ? error.message : error}`)
    }
  }
  pinTo('client')
  await take('start', () => startFigures(edition))
  await take('freshness', freshnessFigures)
  await take('desk', deskPublishingFigures)
  await take('api', apiPublishingFigures)
  await take('door', () => frontDoorFigures(edition))
  await take('archive', archiveSearchFigures)
  await take('sitemap', sitemapFigures)
  if ([...LOADS, ...VISITS].some(([part]) => wanted.has(part)) || wanted.has('memory')) {
    const site = await RunningSite.start(edition.dataDir)
    try {
      const atStart = await site.health()
      for (const [part, measure] of LOADS) await take(part, () => measure(site, edition))
      await take('memory', () => memoryFigures(site, atStart))
      // A browser needs every core.
      pinTo('everywhere')
      for (const [part, measure] of VISITS) await take(part, () => measure(site, edition))
    } finally {
      await site.stop()
    }
  }
  await take('typing', typingFigures)
  pinTo('everywhere')
  await take('pictures', pictureFigures)
  return { figures, failed }
}

/** The parts of --only, or all. Throws CommandProblem for a part that does not exist. */
function wantedParts(only: string | undefined): readonly Part[] {
  if (only === undefined) return PARTS.filter((part) => !ONLY_WHEN_NAMED.includes(part))
  const names = only.split(',')
  const parts = PARTS.filter((part) => names.includes(part))
  if (parts.length === names.length) return parts
  const unknown = names.filter((name) => !PARTS.some((part) => part === name))
  throw new CommandProblem(`There is no part “${unknown.join('”, “')}”; there are: ${PARTS.join(', ')}`)
}

/** Progress goes to standard error, apart from the figures. */
function logProgress(line: string): void {
  console.error(`… ${line}`)
}

const [first, ...others] = process.argv.slice(2)
if (first === 'site-with-editor') {
  await siteWithEditor()
} else if (first === 'floor-site') {
  await floorSite()
} else {
  // Child processes end with the bench, also when it is stopped.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  try {
    await bench(first === undefined ? [] : [first, ...others])
    process.exit()
  } catch (error) {
    console.error(failureWords(error) ?? error)
    process.exit(1)
  }
}
