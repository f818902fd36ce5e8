import { bars } from '@/server/bench/bars'
import type { Figure } from '@/server/bench/figure'
import { percentile } from '@/server/bench/percentile'
import type { BenchEdition } from '@/server/bench/site/bench-edition'
import type { RunningSite } from '@/server/bench/site/running-site'

/**
 * Articles that are not in the store, requested one at a time: look-up, render, script removal, compression, store and
 * first answer, as the first reader waits for it.
 */
export async function missFigures(site: RunningSite, { warmUps, unread }: BenchEdition): Promise<Figure[]> {
  await site.settled()
  for (const path of warmUps) await site.client.expect(200, path, READER)
  await site.settled()
  return figuresOf(await misses(site, unread), warmUps.length)
}

async function misses(site: RunningSite, paths: string[]): Promise<number[]> {
  const { pages: before } = await site.health()
  const durationsMs: number[] = []
  for (const path of paths) {
    const { sentAt, receivedAt } = await site.client.expect(200, path, READER)
    durationsMs.push(receivedAt - sentAt)
  }
  const { pages: after } = await site.health()
  const stored = after - before
  if (stored !== paths.length) throw new Error(`${paths.length} misses should have stored as many pages, not ${stored}`)
  return durationsMs
}

function figuresOf(durationsMs: number[], warmUps: number): Figure[] {
  const what = `article miss, ${durationsMs.length} one at a time (after ${warmUps} others)`
  return [
    { part: 'miss', what: `${what}: p50`, value: percentile(durationsMs, 0.5), unit: 'ms' },
    { part: 'miss', what: `${what}: p99`, value: percentile(durationsMs, 0.99), unit: 'ms', bar: bars.missP99Ms },
    { part: 'miss', what: `${what}: max`, value: percentile(durationsMs, 1), unit: 'ms' },
  ]
}

const READER = { 'accept-encoding': 'gzip, br' }
