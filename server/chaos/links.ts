import { closeStore, openStore, storeFile } from '@/db/store/open'
import { RunningSite } from '@/server/bench/site/running-site'
import { type ForbiddenPair, LinkedNewsroom } from '@/server/chaos/linked-newsroom'
import { mapConcurrently } from '@/server/crawling/map-concurrently'

const APART_MS = 60_000
const CONCURRENCY = 4
const REPORTED_EVERY = 1000

/** The time that so many acts of LinkedNewsroom take on its clock. */
export function linkActsTakeMs(acts: number): number {
  return (acts + 1) * APART_MS
}

export interface LinkFigures {
  linkActs: number
  /** Stories that readers have in the end, and the links to stories in their text. */
  linkingStories: number
  storyLinks: number
  /** Links on their pages that answer anything but 200. */
  brokenLinks: number
  /** Stories that a page names twice between its paragraphs. */
  repeatedLinks: number
  /** Pairs that editors forbade, and those that are linked nevertheless. */
  forbiddenPairs: number
  linkedForbidden: number
}

/**
 * Makes `acts` random acts of publishing, renaming, moving, withdrawing, throwing away, having back and forbidding pairs,
 * with links that the site places by itself. Then requests every story from the built site, and every address it links to.
 */
export async function linkFigures({
  dataDir,
  seed,
  acts,
  from,
  report,
}: {
  dataDir: string
  acts: number
  seed: number
  from: Date
  report: (line: string) => void
}): Promise<LinkFigures> {
  const db = openStore(storeFile(dataDir))
  let site: RunningSite | null = null
  try {
    const newsroom = new LinkedNewsroom(db, { seed, now: from })
    await newsroom.begin()
    for (let act = 1; act <= acts; act++) {
      await newsroom.step()
      if (act % REPORTED_EVERY === 0) report(`${act} acts`)
    }
    const stories = await newsroom.publicStories()
    site = await RunningSite.start(dataDir)
    const { storyLinks, ...faults } = await crawled(site, stories, newsroom.forbidden)
    for (const [what, found] of Object.entries(faults)) report(`${what}: ${found.slice(0, 10).join(', ') || 'nothing'}`)
    return {
      linkActs: acts,
      linkingStories: stories.length,
      storyLinks,
      brokenLinks: faults.broken.length,
      repeatedLinks: faults.repeated.length,
      linkedForbidden: faults.forbidden.length,
      forbiddenPairs: newsroom.forbidden.length,
    }
  } finally {
    await site?.stop()
    await closeStore(db)
  }
}

interface Crawl {
  /** How many links to stories the blocks in the text have. */
  storyLinks: number
  /** What is wrong, each with the address at which it stands. */
  broken: string[]
  repeated: string[]
  forbidden: string[]
}

async function crawled(
  site: RunningSite,
  stories: readonly { id: number; path: string }[],
  pairs: readonly ForbiddenPair[],
): Promise<Crawl> {
  const crawl: Crawl = { storyLinks: 0, broken: [], repeated: [], forbidden: [] }
  const statuses = new Map<string, Promise<number>>()
  const statusOf = (path: string) => {
    const asked = statuses.get(path) ?? site.client.get(path).then(({ status }) => status)
    statuses.set(path, asked)
    return asked
  }
  await mapConcurrently(CONCURRENCY, stories, async ({ id, path }) => {
    const { body, status } = await site.client.get(path)
    if (status !== 200) return void crawl.broken.push(`${path} itself: ${status}`)
    const main = body.toString().split('<main')[1] ?? ''
    for (const href of new Set([...main.matchAll(/href="(\/[^"#]*)/g)].map(([, found = '']) => found))) {
      const answer = await statusOf(href.replaceAll('&amp;', '&'))
      if (answer !== 200) crawl.broken.push(`${path} → ${href}: ${answer}`)
    }
    const named = storiesNamed(main)
    crawl.storyLinks += named.length
    if (new Set(named).size < named.length) crawl.repeated.push(path)
    for (const { one, other } of pairs) {
      const barred = one === id ? other : other === id ? one : null
      if (barred !== null && named.includes(barred)) crawl.forbidden.push(`${path} → ${barred}`)
    }
  })
  return crawl
}

/** The stories named by the blocks of links in the text, in their order. */
function storiesNamed(main: string): number[] {
  const blocks = main.match(/<aside[\s\S]*?<\/aside>/g) ?? []
  return blocks.flatMap((block) => [...block.matchAll(/href="\/[^"/]+\/[^"/]*?(\d+)"/g)].map(([, id]) => Number(id)))
}
