import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isAdminApiPath } from '@/lib/admin-api/operations'
import { READS_PATH } from '@/lib/audience/reads'
import { iconFileAt, type PaperIcon } from '@/lib/pictures/paper-marks'
import { sendAdminProblem } from '@/server/http/api-responses'
import { Overloaded } from '@/server/http/concurrency-limit'
import { isForFramework } from '@/server/http/framework-allow-list'
import { prepareFrameworkRequest } from '@/server/http/framework-requests'
import type { SiteHeaders } from '@/server/http/headers'
import { refuse } from '@/server/http/refusals'
import { type Media, type StaticFiles, sendIcon, sendMedia } from '@/server/http/static-files'
import type { SitemapWorker } from '@/server/sitemaps/sitemap-worker'

/** Answers requests for readers' pages. */
export interface PageHandler {
  /** Answers from the page store and returns true; returns false, having sent nothing, when the page is not there. */
  answerFromStore(request: IncomingMessage, response: ServerResponse): boolean
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
}

interface RouterParts {
  pages: PageHandler
  files: StaticFiles
  sitemaps: Pick<SitemapWorker, 'answer'>
  headers: SiteHeaders
  /** The framework, for the desk; none of its responses is stored. */
  framework: RequestListener
  media: Omit<Media, 'headers'>
  trustedProxies: number
  /** Answers what readers' pages say at READS_PATH. */
  answerRead: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Whether the framework may answer addresses of its own, which it has in development. */
  isDevelopment: boolean
  /** The icon that an admin uploaded; null for the drawing that comes with the site. */
  paperIcon: () => Promise<PaperIcon | null>
  /** The HTTP status and the content of /healthz. */
  health: () => Promise<{ status: 200 | 503; body: Record<string, unknown> }>
}

/** Passes each request to the part of the site that answers it. */
export function requestListener({
  pages: reader,
  files,
  sitemaps,
  headers,
  framework,
  media,
  trustedProxies,
  answerRead,
  isDevelopment,
  health,
  paperIcon,
}: RouterParts): RequestListener {
  const pictures = { ...media, headers: headers.common }

  /** The icon that an admin uploaded, when the address is one at which an icon is looked for. */
  const iconAt = async (path: string): Promise<PaperIcon | null> =>
    iconFileAt(path, { stem: '', maskableStem: '' }) === null ? null : paperIcon()

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '/'
    const [path = '/'] = url.split('?')
    if (refuse(request, response, headers)) return
    if (path === '/healthz') {
      const { status, body: content } = await health()
      const body = JSON.stringify(content)
      response.writeHead(status, [...headers.common, 'Content-Type', 'application/json', 'Cache-Control', 'no-store'])
      response.end(request.method === 'HEAD' ? undefined : body)
    } else if (path === READS_PATH) {
      await answerRead(request, response)
    } else if (await sendIcon(pictures, { path, icon: await iconAt(path) }, request, response)) {
      return
    } else if (files.has(path)) {
      await files.send(path, request, response)
    } else if (isAdminApiPath(path) && !isForFramework(path, { isDevelopment })) {
      sendAdminProblem(request, response, { status: 404, detail: 'Nothing stands at this address.' }, headers)
    } else if (isForFramework(path, { isDevelopment })) {
      prepareFrameworkRequest(request, response, { trustedProxies, isDevelopment, headers })
      framework(request, response)
    } else if (
      path.startsWith('/media/') &&
      (await sendMedia(pictures, path.slice('/media/'.length), request, response))
    ) {
      return
    } else if (await sitemaps.answer(path, request, response)) {
      return
    } else {
      await reader.answer(request, response)
    }
  }

  return (request, response) => {
    if ((request.method === 'GET' || request.method === 'HEAD') && reader.answerFromStore(request, response)) return
    route(request, response).catch((error) => {
      if (error instanceof Overloaded) {
        response.writeHead(503, [...headers.common, 'Retry-After', '2', 'Cache-Control', 'no-store']).end()
        return
      }
      console.error(`${request.method} ${request.url} failed`, error)
      if (response.headersSent) response.destroy()
      else response.writeHead(500, headers.common).end()
    })
  }
}
