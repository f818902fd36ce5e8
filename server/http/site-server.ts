import { createServer, type RequestListener, type Server } from 'node:http'
import { BoundedRequest, holdBody } from '@/server/http/body-limit'
import type { SiteHeaders } from '@/server/http/headers'

/** A head that is not there after this is cut with 408. */
export const HEAD_WITHIN_MS = 10_000
/** A request that is not there as a whole after this is cut with 408. */
export const REQUEST_WITHIN_MS = 30_000
/** Node looks for late requests at this interval; at its own of 30 seconds they would last up to a minute. */
const LOOKED_AT_EVERY_MS = 500

const KEPT_ALIVE_MS = 65_000

interface Times {
  headMs?: number
  requestMs?: number
}

/**
 * The HTTP server of the site. Whatever it answers with, no request is late without being cut, and no body is larger
 * than its address takes: both are held here, before the listener, so that no route can forget them.
 */
export function siteServer(
  headers: SiteHeaders,
  listener: RequestListener<typeof BoundedRequest>,
  { headMs = HEAD_WITHIN_MS, requestMs = REQUEST_WITHIN_MS }: Times = {},
): Server<typeof BoundedRequest> {
  return createServer(
    {
      IncomingMessage: BoundedRequest,
      keepAliveTimeout: KEPT_ALIVE_MS,
      headersTimeout: headMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: Math.min(LOOKED_AT_EVERY_MS, headMs),
    },
    (request, response) => {
      if (holdBody(request, response, headers)) listener(request, response)
    },
  )
}
