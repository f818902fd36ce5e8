import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { ASK_AGAIN_AFTER_SECONDS } from '@/lib/pages/query-threads'

/** A signal that aborts when the connection of the response ends, finished or not. */
export function connectionEnd(response: ServerResponse): AbortSignal {
  const ended = new AbortController()
  if (response.destroyed) ended.abort()
  else response.once('close', () => ended.abort())
  return ended.signal
}

/** The header by which the framework's scripts in an open page ask for a part of another. */
const ASKED_BY_SCRIPTS = 'rsc'

/** Lets whatever is called for a request know of its client, however deep within the framework. */
export class Askers {
  readonly #current = new AsyncLocalStorage<{ left: AbortSignal; unanswered: () => void }>()

  /** Runs `work`, which answers `request` with `response`. */
  answering<T>(request: IncomingMessage, response: ServerResponse, work: () => T): T {
    const unanswered = () => {
      if (response.headersSent || request.headers[ASKED_BY_SCRIPTS] !== undefined) return
      response.statusCode = 503
      response.setHeader('Retry-After', String(ASK_AGAIN_AFTER_SECONDS))
    }
    return this.#current.run({ left: connectionEnd(response), unanswered }, work)
  }

  /** Aborts when the client of the present request has left; null outside of one. */
  left(): AbortSignal | null {
    return this.#current.getStore()?.left ?? null
  }

  /** The page that answers the present request has status 503, and says when to ask again. */
  unanswered(): void {
    this.#current.getStore()?.unanswered()
  }
}
