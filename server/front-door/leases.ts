import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { makePublicFolder } from '@/server/front-door/public-folder'

/**
 * The proxy reads the time as whole hundreds of seconds of the Unix clock: the longest spans that nginx and Caddy can cut
 * out of it without arithmetic.
 */
export const LEASE_MS = 100_000
/** How many leases are made ahead: a day of them. */
const AHEAD = 864

/**
 * Leases on the pages that time alone will make wrong. They lie in one folder, which the proxy reaches only through a link
 * named by the present lease. A link is made only when every page in the folder is right until the lease ends, so that a
 * site that was killed, hangs or is late cannot leave a wrong page behind.
 */
export class Leases {
  readonly #folder: string
  readonly #target: string
  readonly #linked = new Set<number>()

  /** The links stand in `folder`, and lead to `target`, relative to it. */
  constructor(folder: string, target: string) {
    this.#folder = folder
    this.#target = target
    makePublicFolder(folder)
  }

  /** Whether a page that is right until `until` is right for the whole present lease. All instants are in ms of the machine's clock. */
  static holds(until: number, now: number): boolean {
    return (leaseAt(now) + 1) * LEASE_MS <= until
  }

  /** Ends every lease that lasts longer than `until`: call it before a page that changes then comes into the folder. */
  endAfter(until: number): void {
    for (const lease of this.#linked) if ((lease + 1) * LEASE_MS > until) this.#end(lease)
  }

  /** Makes the leases from `now` on, for at most a day, and none that lasts longer than `earliest`, when the first page changes. */
  renew(now: number, earliest: number): void {
    const present = leaseAt(now)
    for (const lease of this.#linked) if (lease < present) this.#end(lease)
    const last = Math.min(present + AHEAD, leaseAt(earliest) - 1)
    for (let lease = present; lease <= last; lease++) {
      if (this.#linked.has(lease)) continue
      symlinkSync(this.#target, join(this.#folder, String(lease)))
      this.#linked.add(lease)
    }
  }

  #end(lease: number): void {
    rmSync(join(this.#folder, String(lease)), { force: true })
    this.#linked.delete(lease)
  }
}

function leaseAt(ms: number): number {
  return Math.floor(ms / LEASE_MS)
}
