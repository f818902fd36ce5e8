import 'server-only'

/** A bucket of requests that fills up again over time. */
interface Bucket {
  left: number
  /** In ms since 1970. */
  at: number
}

export interface RequestRate {
  /** Requests that may come at once. */
  burst: number
  perSecond: number
}

/** Clients that are remembered; beyond that, those that were idle longest are forgotten. */
const MAX_BUCKETS = 10_000

/** Counts requests in this process, without a write for each. */
export class RequestCounter {
  readonly #buckets = new Map<string, Bucket>()

  constructor(private readonly rate: RequestRate) {}

  /** Counts a request of `client` at `now` (ms); null when it is within the rate, otherwise the seconds to wait. */
  count(client: string, now: number): number | null {
    const { burst, perSecond } = this.rate
    const known = this.#buckets.get(client)
    const left = known ? Math.min(burst, known.left + (Math.max(0, now - known.at) / 1000) * perSecond) : burst
    this.#buckets.delete(client)
    this.#buckets.set(client, { left: left >= 1 ? left - 1 : left, at: now })
    if (this.#buckets.size > MAX_BUCKETS) {
      const [oldest] = this.#buckets.keys()
      if (oldest !== undefined) this.#buckets.delete(oldest)
    }
    return left >= 1 ? null : Math.ceil((1 - left) / perSecond)
  }
}
