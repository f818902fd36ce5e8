import type { Figure } from '@/server/bench/figure'
import { median } from '@/server/bench/percentile'
import type { BenchEdition } from '@/server/bench/site/bench-edition'
import { RunningSite } from '@/server/bench/site/running-site'

const STARTS = 3

/** From the start of the process to the first 200 of /healthz, on a store that is filled already. */
export async function startFigures({ dataDir }: BenchEdition): Promise<Figure[]> {
  const durationsMs: number[] = []
  for (let start = 0; start < STARTS; start++) {
    const site = await RunningSite.start(dataDir)
    durationsMs.push(site.readyAfterMs)
    await site.stop()
  }
  return [
    { part: 'start', what: `start on a filled store (median of ${STARTS})`, value: median(durationsMs), unit: 'ms' },
  ]
}
