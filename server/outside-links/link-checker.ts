import { setTimeout } from 'node:timers/promises'
import { checksOutsideLinks, dueAddresses, noteCheck } from '@/db/linking/outside-addresses'
import type { Writer } from '@/db/store/open'
import { parseUrl } from '@/lib/addresses/url'
import type { CheckResult } from '@/lib/linking/outside/address-check'
import { askAddress } from '@/server/outside-links/ask-address'

/** So many addresses are asked in an hour, and so many of one site. */
const [MAX_IN_AN_HOUR, MAX_OF_A_SITE] = [60, 2]
/** More are looked at, because those of one site wait for a later hour. */
const LOOKED_AT = 300
/** Between any two, so that nobody notices. */
const PAUSE_MS = 5000

interface Parts {
  db: Writer
  now: () => Date
  siteUrl: string
  ask?: (url: string, options: { userAgent: string; signal: AbortSignal }) => Promise<CheckResult>
  pauseMs?: number
}

/** Asks the addresses of other sites that stories link to whether they still answer, a few an hour, where the paper wants it. */
export class LinkChecker {
  readonly #parts: Parts
  readonly #stopping = new AbortController()
  #work: Promise<void> | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Begins the checks of this hour and returns at once: no story waits for another site. */
  begin(): void {
    if (this.#stopping.signal.aborted) return
    this.#work ??= this.#run()
      .catch((error: unknown) => {
        if (!this.#stopping.signal.aborted) console.error('links to other sites could not be checked', error)
      })
      .finally(() => {
        this.#work = null
      })
  }

  /** Resolves when the checks of this hour are done. */
  async rest(): Promise<void> {
    await this.#work
  }

  /** Resolves when nothing is asked any more. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#work
  }

  async #run(): Promise<void> {
    const { db, now, siteUrl, ask = askAddress, pauseMs = PAUSE_MS } = this.#parts
    const { signal } = this.#stopping
    const userAgent = `Broadsheet-Link-Check/1.0 (+${siteUrl})`
    const ofSite = new Map<string, number>()
    let asked = 0
    if (!(await checksOutsideLinks(db))) return
    for (const address of await dueAddresses(db, { now: now(), limit: LOOKED_AT })) {
      const host = parseUrl(address.url)?.host ?? ''
      const before = ofSite.get(host) ?? 0
      if (before >= MAX_OF_A_SITE) continue
      if (asked >= MAX_IN_AN_HOUR || signal.aborted || !(await checksOutsideLinks(db))) return
      ofSite.set(host, before + 1)
      asked += 1
      const result = await ask(address.url, { userAgent, signal })
      if (signal.aborted) return
      await noteCheck(db, { address, result, now: now() })
      await setTimeout(pauseMs, undefined, { ref: false, signal })
    }
  }
}
