import { asc, desc, eq } from 'drizzle-orm'
import { makeToken } from '@/db/accounts/api-tokens'
import { userByEmail } from '@/db/accounts/users'
import { closeStore, openStore, type Store, storeFile } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { SCOPES } from '@/lib/admin-api/scopes'
import { type Corpus, copyForRun } from '@/server/bench/corpus/corpus-store'
import { sharedMs } from '@/server/bench/machine'
import { scalePages } from '@/server/bench/scale/scale-pages'
import { DeskEditor } from '@/server/bench/site/desk-editor'
import { RunningSite } from '@/server/bench/site/running-site'
import { adminApiDoors, deskDoors, routedPaths } from '@/server/fuzz/doors'

const ROUNDS = 4

/** How long an address made a page from memory wait, and how long it took itself; the shortest of several rounds, in ms. */
export interface Stall {
  path: string
  waitedMs: number
  tookMs: number
  status: number
}

/**
 * Requests every address that reads, of readers, programs, the desk and the Admin API, one after another, on a copy of the
 * archive, and a page from memory without a pause beside each. The longest wait of that page is what the address held up;
 * the first round, which loads code, does not count. Sorted by it, the longest first.
 */
export async function stalls(corpus: Corpus, progress: (line: string) => void): Promise<Stall[]> {
  const dataDir = copyForRun(corpus)
  const db = openStore(storeFile(dataDir))
  // Hardly a page stays in memory, so that those of readers are rendered in each round.
  const site = await RunningSite.start(dataDir, { hasAllCores: true, env: { PAGE_STORE_MIB: '8' } })
  try {
    const { headers, paths } = await readingAddresses(db, site)
    const found = new Map<string, Stall>()
    for (let round = 0; round <= ROUNDS; round++) {
      progress(`round ${round} of ${ROUNDS}`)
      for (const path of paths) {
        const stall = await stallOf(site, path, headers)
        if (round === 0) continue
        const before = found.get(path)
        const waitedMs = Math.min(stall.waitedMs, before?.waitedMs ?? Number.POSITIVE_INFINITY)
        const tookMs = Math.min(stall.tookMs, before?.tookMs ?? Number.POSITIVE_INFINITY)
        found.set(path, { ...stall, waitedMs, tookMs })
      }
    }
    return [...found.values()].sort((one, other) => other.waitedMs - one.waitedMs)
  } finally {
    await site.stop()
    await closeStore(db)
  }
}

/** As lines of text: the addresses that held up a page for the longest. */
export function stallsText(found: readonly Stall[], most: number): string {
  return found
    .slice(0, most)
    .map(({ path, waitedMs, tookMs, status }) =>
      [waitedMs.toFixed(1).padStart(8), tookMs.toFixed(0).padStart(8), String(status).padStart(4), path].join('  '),
    )
    .join('\n')
}

async function stallOf(site: RunningSite, path: string, headers: Record<string, string>): Promise<Stall> {
  let isOver = false
  let waitedMs = 0
  const watching = (async () => {
    while (!isOver) {
      const { sentAt, receivedAt } = await site.client.expect(200, '/')
      waitedMs = Math.max(waitedMs, receivedAt - sentAt)
    }
  })()
  const since = sharedMs()
  const { status } = await site.client.get(path, headers)
  const tookMs = sharedMs() - since
  isOver = true
  await watching
  return { path, waitedMs, tookMs, status }
}

/** Every address that only reads, with what exists in the archive in place of what varies. */
async function readingAddresses(
  db: Store,
  site: RunningSite,
): Promise<{ headers: Record<string, string>; paths: string[] }> {
  const editor = await DeskEditor.signIn(db, site.url, 'Bench', 'admin')
  const user = await userByEmail(db, editor.email)
  const made = await makeToken(db, {
    name: 'bench',
    userId: user?.id ?? '',
    scopes: [...SCOPES],
    expiresAt: null,
    by: 'bench',
    now: new Date(),
  })
  if ('problems' in made) throw new Error('the bench was refused a token')
  const pages = await scalePages(db, { stories: 4, seed: 11 })
  const [newest] = await db
    .select({ id: articles.id })
    .from(articles)
    .where(eq(articles.state, 'published'))
    .orderBy(desc(articles.publishedAt))
    .limit(1)
  const [oldest] = await db.select({ id: articles.id }).from(articles).orderBy(asc(articles.id)).limit(1)
  const filled = (path: string, id: number) =>
    path
      .replace(/\[(?:version|page|picture|timeline|delivery|media|author|topic|section)\]/g, '1')
      .replace(/\[[^\]]*\]/g, String(id))
  const reading = [...deskDoors(), ...adminApiDoors()].filter(({ method }) => method === 'GET').map(({ path }) => path)
  const desk = routedPaths().filter((path) => path.startsWith('/admin') && !path.includes('[...'))
  const ids = [newest?.id ?? 1, oldest?.id ?? 1]
  const paths = [
    ...[...pages.articles, ...pages.sections, ...pages.deep.slice(-2), ...pages.topics, ...pages.authors],
    ...[...pages.feeds, ...READERS],
    ...ids.flatMap((id) => [...desk, ...reading].map((path) => filled(path, id))),
    ...DESK,
  ]
  return {
    headers: { cookie: editor.cookie, authorization: `Bearer ${made.token}`, 'accept-encoding': 'gzip, br' },
    paths: [...new Set(paths)],
  }
}

const YEAR = new Date().getUTCFullYear()

/** What readers and programs ask for, beside stories and lists. */
const READERS = [
  ...[
    '/atom.xml',
    '/rss.xml',
    '/feed.json',
    '/llms.txt',
    '/robots.txt',
    '/opensearch.xml',
    '/timelines',
    '/corrections',
  ],
  ...[
    '/search?q=company',
    '/search?q=the',
    '/search?q="said+the"',
    '/search?q=goverment',
    '/search?q=com*&sort=newest',
  ],
  ...['/search?q=said&page=50', '/search?q=-the', '/search/company/suggest', '/news-sitemap.xml', '/sitemap.xml'],
  ...['/archive', `/archive/${YEAR}`, `/archive/${YEAR - 1}/06`, `/archive/${YEAR - 1}/06/15`],
  ...['/api/v1/articles', '/api/v1/articles?page=400', '/api/v1/sections', '/api/v1/topics', '/api/v1/authors'],
  ...['/api/v1/timelines', '/api/v1/search?q=said', '/api/openapi.json', '/nowhere', '/business/nothing-99999999'],
]

/** Lists of the desk, narrowed and sorted, far in. */
const DESK = [
  ...['q=company', 'q=the', 'state=draft', 'state=published', 'state=withdrawn', 'state=changes', 'state=deleted'],
  ...['view=late', 'view=due', 'view=missed', 'view=mine', 'view=unassigned', 'view=without-links'],
  ...['view=without-pictures', 'sort=headline', 'sort=published', 'sort=headline&page=1000', 'page=1000'],
  ...[`from=${YEAR - 3}-01-01&to=${YEAR - 1}-12-31`, 'section=1&sort=headline'],
]
  .map((query) => `/admin/articles?${query}`)
  .concat(
    ...['proposals', 'placed', 'orphans', 'dead-ends', 'unseen', 'crowded', 'outside', 'clicks'].map(
      (view) => `/admin/links?view=${view}`,
    ),
    ...[
      '/admin/links?view=dead-ends&page=1000',
      '/admin/log?page=200',
      '/admin/pictures?q=harbour',
      '/admin/plans?as=list',
    ],
    ...['/api/desk/search?q=company', '/api/desk/search/suggestions?q=com', '/api/desk/targets?q=company'],
    ...['/api/desk/front/stories?q=company', '/api/desk/topics?q=a', '/api/desk/authors?q=a', '/api/desk/pictures?q=a'],
    ...['/api/admin/v1/articles?limit=100', '/api/admin/v1/search?q=said', '/api/admin/v1/media?limit=100'],
  )
