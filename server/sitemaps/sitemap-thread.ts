import { statSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { openStore } from '@/db/store/open'
import { FILE_LIMITS } from '@/lib/sitemaps/parts'
import { clock } from '@/server/clock'
import { lowerThreadPriority } from '@/server/lower-thread-priority'
import { KeptMonths } from '@/server/sitemaps/kept-months'
import { SitemapDates } from '@/server/sitemaps/sitemap-dates'
import { SitemapIndexCache } from '@/server/sitemaps/sitemap-index-cache'
import type { ThreadData } from '@/server/sitemaps/sitemap-worker'
import { Sitemaps } from '@/server/sitemaps/sitemaps'

/* Worker thread that makes sitemaps, so that its garbage is collected on a heap of its own (see SitemapWorker). */

const { store, socket, clockFile, siteUrl, builtAt, headers, niceness } = workerData as ThreadData

lowerThreadPriority(niceness)
const folder = dirname(store)
const madeFor = [siteUrl, builtAt.toISOString(), statSync(store).ino].join(' ')
const indexCache = new SitemapIndexCache(FILE_LIMITS, new SitemapDates(folder), new KeptMonths(folder, madeFor))
const sitemaps = new Sitemaps({ db: openStore(store), now: clock(clockFile), siteUrl, builtAt, headers, indexCache })

const server = createServer((request, response) => {
  sitemaps.answer(request.url ?? '/', request, response).then(
    (isAnswered) => {
      if (!isAnswered) response.writeHead(404).end()
    },
    (error) => {
      console.error(`${request.url} could not be made`, error)
      if (response.headersSent) response.destroy()
      else response.writeHead(500, headers).end()
    },
  )
})
server.listen(socket, () => parentPort?.postMessage('open'))
