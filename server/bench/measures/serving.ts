import { setTimeout as pause } from 'node:timers/promises'
import type { Figure, Part } from '@/server/bench/figure'
import { sharedMs } from '@/server/bench/machine'
import { percentile } from '@/server/bench/percentile'
import type { BenchEdition } from '@/server/bench/site/bench-edition'
import { CONNECTIONS, type Load, load } from '@/server/bench/site/load'
import type { RunningSite } from '@/server/bench/site/running-site'

const SECONDS = 4
const WARM_UP_SECONDS = 2

/** Loads on the article in each of its representations, and on the answer that it has not changed. */
export async function articleFigures(site: RunningSite, { article }: BenchEdition): Promise<Figure[]> {
  await warm(site, article)
  const { headers } = await site.client.expect(200, article)
  const figures: Figure[] = []
  const unchanged = { 'if-none-match': String(headers.etag) }
  await site.client.expect(304, article, unchanged)
  for (const [what, requestHeaders] of [
    ['article, identity', {}],
    ['article, brotli', { 'accept-encoding': 'br' }],
    ['article, gzip', { 'accept-encoding': 'gzip' }],
    ['article, 304', unchanged],
  ] as const) {
    const run = await load(site.url + article, { seconds: SECONDS, headers: requestHeaders })
    figures.push(...figuresOf('article', what, withoutFailures(what, run)))
  }
  return figures
}

/** Loads on the front page, a section, and invented addresses. */
export async function pagesFigures(site: RunningSite, { section }: BenchEdition): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [what, path] of [
    ['front page, brotli', '/'],
    ['section, brotli', section],
  ] as const) {
    await warm(site, path)
    const run = await load(site.url + path, { seconds: SECONDS, headers: { 'accept-encoding': 'br' } })
    figures.push(...figuresOf('pages', what, withoutFailures(what, run)))
  }
  figures.push(...figuresOf('pages', '404, another address each time', await inventedAddresses(site, section)))
  return figures
}

/** Waits until the page is stored and recompressed, and requests it so often that the code of the server is compiled. */
export async function warm(site: RunningSite, path: string): Promise<void> {
  // The second request brings the smallest bodies.
  await site.client.expect(200, path)
  await site.client.expect(200, path)
  await site.settled()
  await load(site.url + path, { seconds: WARM_UP_SECONDS })
}

/**
 * Article addresses that were never requested before, from the bench itself: a load tool requests one address over and
 * over, and the site answers simultaneous requests for one address together.
 */
async function inventedAddresses(site: RunningSite, section: string): Promise<Load> {
  const startedAt = sharedMs()
  const end = startedAt + SECONDS * 1000
  const durationsMs: number[] = []
  let nextId = 100_000_000
  const sendRequests = async () => {
    while (sharedMs() < end) {
      const { sentAt, receivedAt } = await site.client.expect(404, `${section}/nothing-of-the-kind-${nextId++}`, {
        'accept-encoding': 'br',
      })
      durationsMs.push(receivedAt - sentAt)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, sendRequests))
  const seconds = (sharedMs() - startedAt) / 1000
  await pause(100)
  return {
    requestsPerSecond: durationsMs.length / seconds,
    p50Ms: percentile(durationsMs, 0.5),
    p99Ms: percentile(durationsMs, 0.99),
    failures: 0,
  }
}

export function withoutFailures(what: string, run: Load): Load {
  if (run.failures) throw new Error(`${what}: ${run.failures} requests failed under load`)
  return run
}

function figuresOf(part: Part, what: string, { requestsPerSecond, p50Ms, p99Ms }: Load): Figure[] {
  return [
    { part, what, value: requestsPerSecond, unit: 'req/s' },
    { part, what: `${what}: p50`, value: p50Ms, unit: 'ms' },
    { part, what: `${what}: p99`, value: p99Ms, unit: 'ms' },
  ]
}
