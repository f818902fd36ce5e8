import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'

/** A signal that aborts when the connection of the response ends, finished or not. */
export function connectionEnd(response: ServerResponse): AbortSignal {
  const ended = new AbortController()
  if (response.destroyed) ended.abort()
  else response.once('close', () => ended.abort())
  return ended.signal
}

/** Lets whatever is called for a request know when its client has left, however deep within the framework. */
export class Askers {
  readonly #current = new AsyncLocalStorage<AbortSignal>()

  /** Runs `work`, which answers with `response`. */
  answering<T>(response: ServerResponse, work: () => T): T {
    return this.#current.run(connectionEnd(response), work)
  }

  /** Aborts when the client of the present request has left; null outside of one. */
  left(): AbortSignal | null {
    return this.#current.getStore() ?? null
  }
}
