import type { Figure } from '@/server/bench/figure'
import type { Health, RunningSite } from '@/server/bench/site/running-site'

const MIB = 1024 * 1024

/** The memory of the server, before the first request and after everything measured so far. */
export async function memoryFigures(site: RunningSite, atStart: Health): Promise<Figure[]> {
  const after = await site.settled()
  return [
    { part: 'memory', what: 'resident, after start', value: atStart.rssBytes / MIB, unit: 'MiB' },
    { part: 'memory', what: 'resident, after the run', value: after.rssBytes / MIB, unit: 'MiB' },
    { part: 'memory', what: 'page store, after the run', value: after.pageBytes / MIB, unit: 'MiB' },
    { part: 'memory', what: 'page store, after the run: pages', value: after.pages, unit: 'pages' },
  ]
}
