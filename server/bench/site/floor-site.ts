import { createServer, type RequestListener } from 'node:http'
import next from 'next'
import { type Rendering, setSiteRuntime } from '@/lib/pages/site-runtime'
import { Renderer } from '@/server/pages/renderer'

/**
 * The floor of a miss: the same pages rendered by the framework. The first request for an address reads from the store; each
 * later one renders with what the first read, without SQL, without cutting scripts, without compression, and without a store
 * of pages. Nothing of the site starts it: it is a program of the bench alone.
 */
export async function floorSite(): Promise<void> {
  const { HOST: host = '127.0.0.1', PORT, SITE_URL: siteUrl = '', DATA_DIR: dataDir = '' } = process.env
  const framework = next({ dev: false, hostname: host, port: Number(PORT) })
  const renderer = new Renderer({ handle: (...call) => handle(...call), siteUrl })
  const none = () => Promise.reject(new Error('the floor only renders'))
  setSiteRuntime({
    now: () => new Date(),
    siteUrl,
    dataDir,
    secret: 'floor',
    mail: null,
    readerPage: none,
    untilIdle: async () => {},
    askerLeft: () => null,
    readings: null,
    unanswered: () => {},
    queryThreads: null,
    rendering: () => renderer.rendering(),
    renderAsPublished: none,
    committed: async () => {},
    beforeStop: () => {},
    pictures: { picture: none, mark: none },
    missed: { list: () => [], forget: () => {} },
  })
  await framework.prepare()
  const handle = framework.getRequestHandler() as RequestListener
  const readsByPath = new Map<string, NonNullable<Rendering['reads']>>()
  createServer(async (request, response) => {
    const path = request.url ?? '/'
    if (path === '/healthz') return response.end('{}')
    const reads = readsByPath.get(path) ?? new Map()
    readsByPath.set(path, reads)
    const { status, body } = await renderer.render(path, { reads })
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': body.length })
    return response.end(body)
  }).listen(Number(PORT), host)
}
