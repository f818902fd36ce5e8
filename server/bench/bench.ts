import { type BenchEdition, printBenchEdition } from '@/server/bench/site/bench-edition'
import { type Figure, PARTS, type Part } from '@/server/bench/figure'
import { CONNECTIONS, loadTool } from '@/server/bench/site/load'
import { isInstalled, machine, sharedMs, stayOn } from '@/server/bench/machine'
import { archiveSearchFigures } from '@/server/bench/measures/archive-search'
import { deskPublishingFigures } from '@/server/bench/measures/desk-publishing'
import { freshnessFigures } from '@/server/bench/measures/freshness'
import { layoutShiftFigures } from '@/server/bench/measures/layout-shift'
import { lighthouseFigures } from '@/server/bench/measures/lighthouse'
import { memoryFigures } from '@/server/bench/measures/memory'
import { missFigures } from '@/server/bench/measures/misses'
import { nginxFigures } from '@/server/bench/measures/nginx'
import { articleFigures, pagesFigures } from '@/server/bench/measures/serving'
import { sitemapFigures } from '@/server/bench/measures/sitemap'
import { startFigures } from '@/server/bench/measures/start-time'
import { typingFigures } from '@/server/bench/measures/typing'
import { weightFigures } from '@/server/bench/measures/weights'
import { newsroom } from '@/server/bench/site/site-with-editor'
import { asJson, asTable } from '@/server/bench/report'
import { RunningSite } from '@/server/bench/site/running-site'

type Measure = (site: RunningSite, edition: BenchEdition) => Promise<Figure[]>

/** Loads on one running site, before its memory is read a second time. */
const LOADS: [Part, Measure][] = [
  ['article', articleFigures],
  ['pages', pagesFigures],
  ['nginx', nginxFigures],
  ['miss', missFigures],
]

/** What a browser sees of the site afterwards. */
const VISITS: [Part, Measure][] = [
  ['weights', weightFigures],
  ['shift', layoutShiftFigures],
  ['lighthouse', lighthouseFigures],
]

/** The whole bench stays below eight minutes, or on a slow machine not far above. */
const NOTHING_BEGINS_AFTER_MS = 7 * 60_000

/** `npm run bench`; `--only=part,part` runs these parts alone, `--json` prints one object for machines. */
async function bench(args: string[]): Promise<void> {
  const wanted = new Set(wantedParts(args))
  const notes = [`${CONNECTIONS} connections, 4 s a run.`]
  if (wanted.has('nginx') && !(isInstalled('nginx') && loadTool === 'wrk')) {
    wanted.delete('nginx')
    notes.push('The comparison with nginx was left out: it needs nginx and wrk, and one of them is not installed.')
  }
  const date = new Date().toISOString().slice(0, 10)
  tell('printing an edition')
  const edition = await printBenchEdition()
  const { figures, failed } = await measured(wanted, edition)
  const report = { date, ...machine, loadTool, notes: [...notes, ...failed], figures }
  console.log(args.includes('--json') ? asJson(report) : asTable(report))
  process.exitCode = failed.length ? 1 : 0
}

/** The figures of each part, and a sentence on each that could not be measured. */
async function measured(
  wanted: ReadonlySet<Part>,
  edition: BenchEdition,
): Promise<{ figures: Figure[]; failed: string[] }> {
  const begun = sharedMs()
  const figures: Figure[] = []
  const failed: string[] = []
  const take = async (part: Part, measure: () => Promise<Figure[]>) => {
    if (!wanted.has(part)) return
    if (sharedMs() - begun > NOTHING_BEGINS_AFTER_MS) {
      failed.push(`“${part}” was left out: the parts before took too long.`)
      return
    }
    tell(part)
    try {
      figures.push(...(await measure()))
    } catch (error) {
      console.error(error)
      failed.push(`“${part}” could not be measured: ${error instanceof Error ? error.message : error}`)
    }
  }
  stayOn('asker')
  await take('start', () => startFigures(edition))
  await take('freshness', freshnessFigures)
  await take('desk', deskPublishingFigures)
  await take('archive', archiveSearchFigures)
  await take('sitemap', sitemapFigures)
  if ([...LOADS, ...VISITS].some(([part]) => wanted.has(part)) || wanted.has('memory')) {
    const site = await RunningSite.start(edition.dataDir)
    try {
      const atStart = await site.health()
      for (const [part, measure] of LOADS) await take(part, () => measure(site, edition))
      await take('memory', () => memoryFigures(site, atStart))
      // A browser is slow enough on every core there is.
      stayOn('everywhere')
      for (const [part, measure] of VISITS) await take(part, () => measure(site, edition))
    } finally {
      await site.stop()
    }
  }
  await take('typing', typingFigures)
  return { figures, failed }
}

/** Throws, naming them, when some of the parts asked for do not exist. */
function wantedParts(args: string[]): readonly Part[] {
  const only = args.find((arg) => arg.startsWith('--only='))
  if (!only) return PARTS
  const names = only.slice('--only='.length).split(',')
  const parts = PARTS.filter((part) => names.includes(part))
  if (parts.length === names.length) return parts
  const unknown = names.filter((name) => !PARTS.some((part) => part === name))
  throw new Error(`there is no part “${unknown.join('”, “')}”; there are: ${PARTS.join(', ')}`)
}

/** Progress goes beside the figures, never among them. */
function tell(line: string): void {
  console.error(`… ${line}`)
}

const [first, ...others] = process.argv.slice(2)
if (first === 'newsroom') {
  await newsroom()
} else {
  // What was started ends with the bench, also when the bench is stopped.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  try {
    await bench(first === undefined ? [] : [first, ...others])
    process.exit()
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
}
