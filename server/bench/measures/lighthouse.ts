import { resolve } from 'node:path'
import { bars } from '@/server/bench/bars'
import type { Figure } from '@/server/bench/figure'
import { median } from '@/server/bench/percentile'
import type { BenchEdition } from '@/server/bench/site/bench-edition'
import { chromiumFlags, readPages } from '@/server/bench/site/browsing'
import { outputOf } from '@/server/bench/site/child-process'
import type { RunningSite } from '@/server/bench/site/running-site'
import { findBrowser } from '@/server/commands/setup/browser.mjs'

const RUNS = 5
const WITHIN_MS = 60_000
/** A browser on a busy machine sometimes loses its trace; Lighthouse must then run again. */
const MAX_ATTEMPTS = 3
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

interface Report {
  categories: Record<(typeof CATEGORIES)[number], { score: number | null }>
  audits: Record<'largest-contentful-paint', { numericValue?: number }>
}

/** Lighthouse with its default settings, a slow phone on a slow network: the median of five runs of each score. */
export async function lighthouseFigures(site: RunningSite, edition: BenchEdition): Promise<Figure[]> {
  const browser = findBrowser()
  const figures: Figure[] = []
  for (const [name, path] of readPages(edition)) {
    await site.client.expect(200, path)
    await site.settled()
    const reports: Report[] = []
    for (let run = 0; run < RUNS; run++) reports.push(await reportWithRetries(site.url + path, browser))
    for (const category of CATEGORIES) {
      const scores = reports.map(({ categories }) => scoreOf(categories[category].score, category))
      const what = `${name}: ${category} (median of ${RUNS})`
      figures.push({ part: 'lighthouse', what, value: median(scores), unit: 'score', bar: bars.lighthouseScore })
    }
    const paints = reports.map(({ audits }) => audits['largest-contentful-paint'].numericValue ?? Number.NaN)
    const what = `${name}: largest paint, as Lighthouse simulates it`
    figures.push({ part: 'lighthouse', what, value: median(paints), unit: 'ms', bar: bars.largestPaintMs })
  }
  return figures
}

function scoreOf(score: number | null, category: string): number {
  if (score === null) throw new Error(`Lighthouse could not give a score for ${category}`)
  return Math.round(score * 100)
}

async function reportWithRetries(url: string, browser: string): Promise<Report> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await reportOn(url, browser)
    } catch (error) {
      if (attempt === MAX_ATTEMPTS) throw error
    }
  }
}

async function reportOn(url: string, browser: string): Promise<Report> {
  const flags = ['--headless=new', ...chromiumFlags].join(' ')
  const output = await outputOf(
    null,
    process.execPath,
    [
      resolve('node_modules/lighthouse/cli/index.js'),
      url,
      '--quiet',
      '--output=json',
      '--output-path=stdout',
      '--no-enable-error-reporting',
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${flags}`,
    ],
    { withinMs: WITHIN_MS, env: { ...process.env, CHROME_PATH: browser } },
  )
  return JSON.parse(output) as Report
}
