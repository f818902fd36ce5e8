import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { openDb } from '@/db/store/open'
import { clock } from '@/server/clock'
import type { ThreadData } from '@/server/sitemaps/sitemap-worker'
import { Sitemaps } from '@/server/sitemaps/sitemaps'

/* The thread that reads and writes sitemaps: what it leaves for the collector to find is kept apart from the site's. */

const { store, socket, clockFile, siteUrl, builtAt, headers } = workerData as ThreadData

const sitemaps = new Sitemaps({ db: openDb(store), now: clock(clockFile), siteUrl, builtAt, headers })

const server = createServer((request, response) => {
  sitemaps.answer(request.url ?? '/', request, response).then(
    (isKnown) => {
      if (!isKnown) response.writeHead(404).end()
    },
    (error) => {
      console.error(`${request.url} could not be written`, error)
      if (response.headersSent) response.destroy()
      else response.writeHead(500, headers).end()
    },
  )
})
server.listen(socket, () => parentPort?.postMessage('open'))
