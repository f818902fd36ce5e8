import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import { resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import next from 'next'
import { makeSetupLink } from '@/db/accounts/one-time-links'
import { addressOf } from '@/db/addresses/addresses'
import { pruneClicks } from '@/db/audience/clicks'
import { pruneReads } from '@/db/audience/reads'
import { pruneBatches } from '@/db/back-links/batches'
import { deliveryHealth, pruneDeliveries } from '@/db/deliveries/deliveries'
import { isPurging } from '@/db/deliveries/receivers'
import { purgeDeletedDrafts } from '@/db/editing/delete-draft'
import { scheduleHealth } from '@/db/editing/lateness'
import { completeMergers } from '@/db/editing/merge-names'
import { purgeThrownAwayPictures } from '@/db/library/bin'
import { completeSearchWords } from '@/db/library/search-words'
import { pruneProposals } from '@/db/linking/link-proposals'
import { purgeDeletedPages } from '@/db/paper/page-bin'
import { siteSettings } from '@/db/paper/site'
import { drawWithOwnFonts } from '@/db/pictures/drawing-fonts'
import { deleteLeftFiles, deleteUnusedFiles, stemOf } from '@/db/pictures/unclaimed-files'
import { removeUnfinished } from '@/db/pictures/unfinished-files'
import { pruneRevisions } from '@/db/revisions/pruning'
import { lastStaleAt } from '@/db/store/invalidation'
import { closeStore, type Store, storeFile } from '@/db/store/open'
import { pruneMerges } from '@/db/timelines/merges'
import { setSiteRuntime } from '@/lib/pages/site-runtime'
import { tags } from '@/lib/pages/tags'
import { ReadCounter } from '@/server/audience/read-counter'
import { BackgroundJobs } from '@/server/background-jobs'
import { clock } from '@/server/clock'
import { isSmall, openPaper } from '@/server/data-folder/open-paper'
import { markPaper } from '@/server/data-folder/paper-mark'
import { listenForCommands } from '@/server/data-folder/site-socket'
import { StoreCheck } from '@/server/data-folder/store-check'
import { DeliverySender } from '@/server/deliveries/delivery-sender'
import { senders } from '@/server/deliveries/senders'
import { failureWords } from '@/server/failure-words'
import { fillEmptyStore } from '@/server/fill-empty-store'
import { leavePageFiles } from '@/server/front-door/door-folder'
import { FrontDoor } from '@/server/front-door/front-door'
import { Health } from '@/server/health'
import { Askers } from '@/server/http/askers'
import { CompressedFiles } from '@/server/http/compressed-files'
import { CROPS_AT_ONCE, Crops } from '@/server/http/crops'
import { siteHeaders } from '@/server/http/headers'
import { NotFoundLog } from '@/server/http/not-found-log'
import { answerRead } from '@/server/http/read-requests'
import { refuseConnect } from '@/server/http/refusals'
import { requestListener } from '@/server/http/router'
import { siteServer } from '@/server/http/site-server'
import { builtJson, compressedFolder, StaticFiles, staticFolders } from '@/server/http/static-files'
import { devPageHandler } from '@/server/pages/dev-page-handler'
import { Invalidation } from '@/server/pages/invalidation'
import { KeptReadings } from '@/server/pages/kept-readings'
import { CachedPageHandler } from '@/server/pages/page-handler'
import type { StoredPage } from '@/server/pages/page-store'
import { Pages } from '@/server/pages/pages'
import { readerPage, renderPreview } from '@/server/pages/render-preview'
import { Renderer } from '@/server/pages/renderer'
import { PictureProcess } from '@/server/pictures/picture-process'
import { QueryThreadPool } from '@/server/query-threads/query-thread-pool'
import { Scheduler } from '@/server/scheduler'
import { mediaDir, readSettings, SettingProblem, type Settings } from '@/server/settings'
import { siteSecret } from '@/server/site-secret'
import { SitemapWorker } from '@/server/sitemaps/sitemap-worker'

/** Written by the build. */
interface BuildFacts {
  builtAt: string
  speculationRules: string
}

const STOP_WITHIN_MS = 10_000
const CONNECTIONS_CUT_AFTER_MS = 8000
const MIB = 1024 * 1024
/** By how much of what is in use the heap may grow before it is collected; on a large machine V8 waits for four times as much. */
const HEAP_GROWTH_PERCENT = 50
/** A reader waits for a crop: it yields to pages, but a busy machine does not starve it. */
const CROP_NICENESS = 3
/** Nobody waits for AVIF: readers get WebP meanwhile. */
const AVIF_NICENESS = 19
/** On a busy machine it gets little of the processor, and still comes. */
const AVIF_MS = 15 * 60_000

/** serve: the built site. dev: pages that reload on change; dev-published: the same as readers get them. */
type Mode = 'serve' | 'dev' | 'dev-published'

async function main(mode: Mode): Promise<void> {
  const startedAt = performance.now()
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`)
  const settings = readSettings(process.env)
  // Whatever the site writes is for its own user alone: the store holds tokens, the folder holds the secret.
  process.umask(0o077)
  const facts = builtJson<BuildFacts>('.build/facts.json')
  const builtAt = new Date(facts.builtAt)
  const now = clock(settings.clockFile)
  const headers = siteHeaders({ siteUrl: settings.siteUrl, speculationRules: facts.speculationRules })

  let listener: RequestListener = starting
  const server = siteServer(headers, (request, response) => listener(request, response))
  server.on('connect', refuseConnect)
  server.listen(settings.port, settings.host)
  await once(server, 'listening').catch((error) => {
    throw refusedPort(error, settings)
  })

  const commitListeners: (() => Promise<void>)[] = []
  const committed = async () => {
    for (const listener of commitListeners)
      await listener().catch((error) => console.error('work after a commit failed', error))
  }
  const db = await openPaper({ dataDir: settings.dataDir, hook: committed, isChecked: 'when small' })
  drawWithOwnFonts(settings.dataDir)
  await removeUnfinished(settings.dataDir)
  await fillEmptyStore(db, { settings, now: now(), report: (line) => console.log(line) })
  await completeSearchWords(db)
  markPaper(settings.dataDir)

  const framework = next({ dev: mode !== 'serve', hostname: settings.host, port: settings.port })
  const notFoundLog = new NotFoundLog({
    dataDir: settings.dataDir,
    siteUrl: settings.siteUrl,
    now,
    // Whoever came from a page has just been sent it.
    hasLink: (page, address) =>
      pages.store.peek(page, now().getTime())?.representations.identity.body.includes(`"${address}`) ?? false,
  })
  const readCounter = new ReadCounter({ db, now })
  const renderer = new Renderer({ handle: (...call) => handle(...call), siteUrl: settings.siteUrl })
  const readings = new KeptReadings()
  const beforeStop: (() => Promise<void>)[] = []
  // Three processes, so that readers' crops do not wait for uploads, nor uploads for the AVIF of earlier ones.
  const decoding = { script: new URL('./decoding-process.mjs', import.meta.url), dataDir: settings.dataDir }
  const uploads = new PictureProcess(decoding)
  const cuts = new PictureProcess(decoding, { atOnce: CROPS_AT_ONCE, niceness: CROP_NICENESS })
  const later = new PictureProcess(decoding, { niceness: AVIF_NICENESS, jobMs: AVIF_MS })
  const askers = new Askers()
  const queryScript = new URL('./query-thread.mjs', import.meta.url)
  const queryThreads = new QueryThreadPool({ script: queryScript, store: storeFile(settings.dataDir) })
  setSiteRuntime({
    now,
    // A render may serve others than the client whose request began it.
    askerLeft: () => {
      const rendering = renderer.rendering()
      return rendering ? (rendering.signal ?? null) : askers.left()
    },
    unanswered: () => askers.unanswered(),
    // In development, a query that was changed runs anew with its page.
    queryThreads: mode === 'serve' ? queryThreads : null,
    beforeStop: (work) => void beforeStop.push(work),
    siteUrl: settings.siteUrl,
    dataDir: settings.dataDir,
    secret: siteSecret({ dataDir: settings.dataDir, configured: settings.secret }),
    mail: settings.mail,
    readings: mode === 'serve' ? readings : null,
    rendering: () => renderer.rendering(),
    renderAsPublished: (story) => renderPreview({ renderer, headers, siteUrl: settings.siteUrl }, story),
    readerPage: (path) => readerPage({ pages, headers, siteUrl: settings.siteUrl }, path),
    untilIdle: () => pages.untilIdle(),
    committed,
    pictures: uploads,
    missed: { list: () => notFoundLog.list(), forget: (path) => notFoundLog.forget(path) },
  })
  await framework.prepare()
  const handle = framework.getRequestHandler() as RequestListener

  const makeSmaller = (page: StoredPage) => pages.store.makeSmaller(page)
  const { dataDir, pageFiles: path } = settings
  if (path === null) leavePageFiles(dataDir)
  const door = path === null || mode !== 'serve' ? null : new FrontDoor({ path, dataDir, headers, now, makeSmaller })
  const pages = new Pages({
    render: (path, how) => renderer.render(path, how),
    // In development, routes decide what exists.
    addressOf: async (path) => (mode === 'serve' ? addressOf(db, { path, now: now() }) : { kind: 'page' }),
    now,
    lastStaleAt: (tags) => lastStaleAt(db, tags),
    builtAt,
    maxBytes: settings.pageStoreMiB * MIB,
    isCaching: mode === 'serve',
    copies: door?.files ?? null,
    readings,
  })
  const reader =
    mode === 'dev'
      ? null
      : new CachedPageHandler({ pages, headers, now, recordNotFound: (request) => notFoundLog.record(request) })
  const invalidation = new Invalidation(db, async (stale) => {
    // Responses must stop being cacheable before the last purge is sent.
    if (stale.includes(tags.purging)) setPurging(await isPurging(db))
    pages.invalidate(stale)
  })
  const setPurging = (areCachesPurged: boolean) => {
    reader?.setPurging(areCachesPurged)
    door?.files.setPurging(areCachesPurged)
  }
  setPurging(await isPurging(db))
  commitListeners.push(() => invalidation.poll())
  await invalidation.start()
  if (mode !== 'dev') await pages.prepare()
  // The front page says with which headers a proxy sends files.
  if (door) await pages.look('/')

  const { mail, siteUrl } = settings
  const deliverySender = new DeliverySender({
    db,
    now,
    identity: { siteUrl, hasMail: mail !== null },
    senders: senders({ siteUrl, mail, now, dropStale: () => invalidation.poll() }),
  })
  const discard = (original: string) => deleteUnusedFiles(db, { dataDir: settings.dataDir, stem: stemOf(original) })
  const jobs = new BackgroundJobs({
    db,
    now,
    dataDir: settings.dataDir,
    siteUrl,
    pages,
    discard,
    pictures: later,
    queryScript: mode === 'serve' ? queryScript : null,
  })
  const scheduler = new Scheduler({
    db,
    now,
    wakeDeliveries: () => deliverySender.wake(),
    hourlyJobs: [
      () => completeMergers(db, { now: now() }),
      () => pruneRevisions(db, { now: now() }),
      () => purgeDeletedDrafts(db, { now: now() }),
      () => purgeDeletedPages(db, { now: now() }),
      () => purgeThrownAwayPictures(db, { dataDir: settings.dataDir, now: now() }),
      () => deleteLeftFiles(db, { dataDir: settings.dataDir, now: now() }),
      () => pruneDeliveries(db, { now: now() }),
      () => pruneReads(db, { now: now() }),
      () => pruneClicks(db, { now: now() }),
      () => pruneProposals(db, { now: now() }),
      () => pruneBatches(db, { now: now() }),
      () => pruneMerges(db, { now: now() }),
      () => jobs.hourly(),
    ],
  })
  commitListeners.push(async () => scheduler.wake())
  scheduler.wake()
  commitListeners.push(() => jobs.wake())
  const commands = await listenForCommands(settings.dataDir, committed)

  const sitemaps = new SitemapWorker(new URL('./sitemap-thread.mjs', import.meta.url), {
    store: storeFile(settings.dataDir),
    clockFile: settings.clockFile,
    siteUrl,
    builtAt,
    headers: headers.common,
  })

  const storeCheck = new StoreCheck(new URL('./store-check-process.mjs', import.meta.url))
  const readBeside = (): boolean => {
    const file = storeFile(settings.dataDir)
    if (isSmall(file)) return false
    void storeCheck.start(file)
    return true
  }
  const health = new Health({
    db,
    dataDir: settings.dataDir,
    now,
    pageAt: (path) => pages.look(path),
    damage: () => storeCheck.damage,
    readBeside,
  })

  listener = requestListener({
    paperIcon: async () => (await siteSettings(db)).value.marks?.icon ?? null,
    pages: reader ?? devPageHandler(handle),
    files: new StaticFiles(staticFolders(resolve('.')), {
      compressed: new CompressedFiles(compressedFolder(resolve('.'))),
      headers: headers.common,
    }),
    sitemaps,
    headers,
    framework: (request, response) => askers.answering(request, response, () => handle(request, response)),
    media: { folder: mediaDir(settings.dataDir), crops: new Crops({ db, maker: cuts, discard }) },
    trustedProxies: settings.trustedProxies,
    answerRead: (request, response) =>
      answerRead(request, response, {
        headers,
        siteUrl,
        trustedProxies: settings.trustedProxies,
        record: (reading) => readCounter.record(reading),
      }),
    isDevelopment: mode !== 'serve',
    health: async () => {
      // Tags that other processes invalidated are applied first, so that the figures are current. What keeps the log
      // from being read is among the checks.
      await invalidation.poll().catch(() => {})
      const { status, summary, checks } = await health.report()
      const figures = {
        pages: pages.store.size,
        pageBytes: pages.store.bytes,
        rssBytes: process.memoryUsage.rss(),
        heapBytes: process.memoryUsage().heapUsed,
        schedule: await scheduleHealth(db, { now: now() }).catch(() => null),
        telling: await deliveryHealth(db, { now: now() }).catch(() => null),
      }
      return { status, body: { status: summary, checks, ...figures } }
    },
  })
  if (mode !== 'serve') server.on('upgrade', framework.getUpgradeHandler())
  const setupSecret = await makeSetupLink(db, { by: 'the site at its start', now: now() })
  if (mode === 'serve') queryThreads.warm()
  if (readBeside()) void pages.untilIdle().then(() => sitemaps.prepare())
  announce(settings, server, { tookMs: performance.now() - startedAt, setupSecret })
  await jobs.start()
  const close = async () => {
    await jobs.stop()
    commands?.close()
    await notFoundLog.save()
    await readCounter.save()
    await door?.files.stop()
    await framework.close()
    await sitemaps.close()
    await storeCheck.close()
    await queryThreads.close()
    for (const work of beforeStop) await work()
    for (const process of [uploads, cuts, later]) process.close()
  }
  stopOnSignal({ server, db, invalidation, scheduler, deliverySender, close })
}

/** Answers 503 until the store is filled and pages can be rendered. */
const starting: RequestListener = (_request, response) => {
  response.writeHead(503, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Retry-After': '5',
    'Cache-Control': 'no-store',
  })
  response.end('The paper is being printed. Please try again in a moment.\n')
}

function announce(
  settings: Settings,
  server: Server,
  { tookMs, setupSecret }: { tookMs: number; setupSecret: string | null },
): void {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : settings.port
  const local = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`
  console.log(
    `Read at ${settings.siteUrl === `http://localhost:${settings.port}` ? local : `${settings.siteUrl} (${local})`}`,
  )
  console.log(`Write at ${settings.siteUrl}/admin`)
  if (setupSecret !== null) {
    console.log('Nobody has an account yet. This link makes the first admin, once, within seven days:')
    console.log(`  ${settings.siteUrl}/admin/setup/${setupSecret}`)
  }
  console.log(`Ready in ${(tookMs / 1000).toFixed(1)} s; store and media in ${settings.dataDir}`)
}

/** Why the site cannot listen, in words; the error itself when it is another one. */
function refusedPort(error: unknown, { host, port }: Settings): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const wrong: Record<string, string> = {
    EADDRINUSE: `PORT is "${port}", but another program listens there. Stop that program, or choose another port.`,
    EACCES: `PORT is "${port}", but the user that the site runs as may not listen there. Choose a port from 1024 on.`,
    EADDRNOTAVAIL: `HOST is "${host}", but this machine has no such address. Use 127.0.0.1, or 0.0.0.0 for all addresses.`,
    ENOTFOUND: `HOST is "${host}", but no address has that name. Use 127.0.0.1, or 0.0.0.0 for all addresses.`,
  }
  const words = typeof code === 'string' ? wrong[code] : undefined
  return words === undefined ? error : new SettingProblem(words)
}

/**
 * On SIGTERM and SIGINT: accepts no new connections, finishes running requests, closes the store so that it is one file,
 * and exits within ten seconds. A connection that is still open after eight seconds is cut.
 */
function stopOnSignal(parts: {
  server: Server
  db: Store
  invalidation: Invalidation
  scheduler: Scheduler
  deliverySender: DeliverySender
  close: () => Promise<void>
}): void {
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    const closed = once(parts.server, 'close')
    parts.server.close()
    // Repeated, because a connection becomes idle once its last response is sent.
    const closingIdle = setInterval(() => parts.server.closeIdleConnections(), 100)
    const cutting = setTimeout(() => parts.server.closeAllConnections(), CONNECTIONS_CUT_AFTER_MS)
    await closed
    clearInterval(closingIdle)
    clearTimeout(cutting)
    await parts.scheduler.stop()
    await parts.deliverySender.stop()
    parts.invalidation.stop()
    await parts.close()
    await closeStore(parts.db)
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop().catch((error) => {
        console.error('the site did not stop cleanly', error)
        process.exit(1)
      })
    })
  }
}

const has = (flag: string) => process.argv.includes(flag)

main(has('--dev') ? (has('--published') ? 'dev-published' : 'dev') : 'serve').catch((error) => {
  console.error(failureWords(error) ?? error)
  process.exit(1)
})
