import type { Corpus } from '@/server/bench/corpus/corpus-store'
import { percentile } from '@/server/bench/percentile'
import type { ScalePages } from '@/server/bench/scale/scale-pages'
import { withSiteOfArchive } from '@/server/bench/scale/site-of-archive'
import type { RunningSite } from '@/server/bench/site/running-site'
import { SeededRandom } from '@/server/chaos/seeded-random'

const READER = { 'accept-encoding': 'gzip, br' }
const SEED = 23
const MIB = 1024 * 1024
/** The memory is looked at so often in a run. */
const LOOKS = 10

export interface RandomPages {
  requests: number
  p50: number
  p99: number
  /** Resident memory in MiB before the first page, and after each tenth of the requests. */
  memory: number[]
}

/** Asks for `count` pages one at a time on a copy of the archive: nine articles by chance, each once, and one of the lists. */
export async function randomPages({
  corpus,
  count,
  progress,
}: {
  corpus: Corpus
  count: number
  progress: (line: string) => void
}): Promise<RandomPages> {
  return withSiteOfArchive(corpus, { stories: count, seed: SEED }, ({ site, pages }) =>
    asked(site, { pages, count, progress }),
  )
}

async function asked(
  site: RunningSite,
  { pages, count, progress }: { pages: ScalePages; count: number; progress: (line: string) => void },
): Promise<RandomPages> {
  const random = new SeededRandom(SEED)
  const lists = ['/', ...pages.sections, ...pages.deep, ...pages.topics, ...pages.authors, ...pages.feeds]
  const memoryNow = async () => Math.round((await site.health()).rssBytes / MIB)
  const memory = [await memoryNow()]
  const took: number[] = []
  for (let at = 0; at < count; at++) {
    const article = pages.articles[at % pages.articles.length] ?? '/'
    const path = random.between(0, 9) < 9 ? article : random.pick(lists)
    const { sentAt, receivedAt } = await site.client.expect(200, path, READER)
    took.push(receivedAt - sentAt)
    if (took.length % Math.ceil(count / LOOKS) && took.length < count) continue
    memory.push(await memoryNow())
    progress(`${took.length} pages: ${memory.at(-1)} MiB`)
  }
  return { requests: count, p50: percentile(took, 0.5), p99: percentile(took, 0.99), memory }
}

export function randomPagesText({ requests, p50, p99, memory }: RandomPages): string {
  return `${requests} pages: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(0)} ms\nMemory: ${memory.join(', ')} MiB.`
}
