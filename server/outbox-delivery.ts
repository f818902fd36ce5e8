import { setImmediate } from 'node:timers/promises'
import type { Db } from '@/db/open'
import { claimOutbox, delivered, failed, type OutboxItem } from '@/db/outbox'
import type { Clock } from '@/server/clock'

/**
 * Somebody who is told what happened to what readers get. Throws when it could not be told; the item comes again then,
 * to every receiver, with the same key: by it a receiver knows what it has had.
 */
export interface Receiver {
  /** Names the receiver in problems. */
  name: string
  receive(item: OutboxItem): Promise<void>
}

/** Shorter than the lease of an item, so that nobody else is given it meanwhile. */
const PATIENCE_MS = 30_000

/** Carries the items of the outbox to the receivers, in order, until each is through. */
export class OutboxDelivery {
  readonly #db: Db
  readonly #now: Clock
  readonly #receivers: Receiver[]

  constructor({ db, now, receivers }: { db: Db; now: Clock; receivers: Receiver[] }) {
    this.#db = db
    this.#now = now
    this.#receivers = receivers
  }

  /** Delivers what is due and answers how many items went through; one that failed is due again after a pause. */
  async deliver(): Promise<number> {
    let through = 0
    for (;;) {
      const items = await claimOutbox(this.#db, { now: this.#now() })
      if (!items.length) return through
      const ids: number[] = []
      for (const item of items) {
        const problem = await this.#carry(item)
        if (problem === null) ids.push(item.id)
        else await failed(this.#db, { item, problem, now: this.#now() })
        // With nobody to tell, one write for all of them; else each at once, so that a crash repeats as little as can be.
        if (this.#receivers.length || ids.length === items.length) {
          await delivered(this.#db, { ids: ids.splice(0), now: this.#now() })
        }
        if (problem === null) through += 1
      }
      await setImmediate()
    }
  }

  /** Why some receiver could not be told; null when all were. */
  async #carry(item: OutboxItem): Promise<string | null> {
    for (const receiver of this.#receivers) {
      try {
        await inTime(receiver.receive(item))
      } catch (error) {
        const problem = `${receiver.name}: ${error instanceof Error ? error.message : String(error)}`
        console.error(`${item.event} ${item.key} was not delivered (attempt ${item.attempts}), ${problem}`)
        return problem
      }
    }
    return null
  }
}

async function inTime(work: Promise<void>): Promise<void> {
  let impatience: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    impatience = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS / 1000} s`)), PATIENCE_MS)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(impatience)
  }
}
